package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.TlsLibrary;
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

    @Test
    void javaSpeaksWhereNobodyAsksForBoringSsl() throws Exception {
        TlsProvider provider = TlsProvider.of(TlsLibrary.SYSTEM, () -> {
            throw new AssertionError("not asked for");
        });

        assertThat(provider.context().getProvider().getName()).isEqualTo("SunJSSE");
    }
}
