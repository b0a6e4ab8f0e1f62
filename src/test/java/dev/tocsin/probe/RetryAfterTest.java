package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer that refuses service says of when to come back. */
class RetryAfterTest {
    @ParameterizedTest
    @CsvSource({
        "503,Retry-After: 3600,'503, Retry-After 3600'",
        "503,retry-after: Sat; 16 Jul 2022 20:00:00 GMT,'503, Retry-After Sat; 16 Jul 2022 20:00:00 GMT'",
        "503,X-Other: 1,503",
        "500,Retry-After: 3600,500"
    })
    void isPartOfTheFailure(int status, String header, String detail) {
        String answer = "HTTP/1.1 " + status + " No\r\n" + header + "\r\nContent-Length: 0\r\n\r\n";
        try (HttpBench bench = new HttpBench();
                RecordingServer server = new RecordingServer(answer)) {
            assertThat(HttpBench.said(bench.look(HttpBench.get("http://127.0.0.1:" + server.port() + "/"))))
                    .isEqualTo("HTTP http_status " + detail);
        }
    }
}
