package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.TlsLibrary;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class TlsProviderTest {
    @Test
    void whereBoringSslDoesNotRunJavaSpeaks() throws Exception {
        TlsProvider provider = TlsProvider.of(TlsLibrary.CONSCRYPT, () -> {
            throw new UnsatisfiedLinkError("no conscrypt_openjdk_jni for this machine");
        });

        assertThat(provider.library()).isEqualTo(TlsLibrary.SYSTEM);
        assertThat(provider.context().getProvider().getName()).isEqualTo("SunJSSE");
    }

    /** BoringSSL by itself also offers suites without forward secrecy, which Java has given up. */
    @Test
    void noSuiteIsOfferedThatJavaWouldNotOffer() throws Exception {
        TlsProvider provider = TlsProvider.of(TlsLibrary.CONSCRYPT);

        assertThat(provider.suites())
                .contains("TLS_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
                .isSubsetOf(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites())
                .noneMatch(suite -> suite.startsWith("TLS_RSA_"));
    }

    @Test
    void javaSpeaksWhereNobodyAsksForBoringSsl() throws Exception {
        TlsProvider provider = TlsProvider.of(TlsLibrary.SYSTEM, () -> {
            throw new AssertionError("not asked for");
        });

        assertThat(provider.context().getProvider().getName()).isEqualTo("SunJSSE");
    }
}
