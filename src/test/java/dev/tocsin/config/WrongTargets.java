package dev.tocsin.config;

import java.util.List;
import java.util.stream.Stream;

/** Configs whose one target has one thing wrong with its check. */
final class WrongTargets {
    private static final String HTTP = "'url': 'https://x.example/'";
    private static final String TCP = "'tcp': 'x.example:25'";
    private static final String DNS = "'dns': 'x.example'";

    static final List<String> ALL = Stream.of(
                    HTTP + ", 'dns': 'x.example', 'icmp': 'x.example'",
                    HTTP + ", 'method': 'CONNECT'",
                    HTTP + ", 'body': 'x'",
                    HTTP + ", 'method': 'POST', 'body': ''",
                    HTTP + ", 'headers': {'X Y': '1', 'X-Number': 1, 'X-Line': 'a\\nb', 'X-Secret': '${NOT_THERE}'}",
                    HTTP + ", 'headers': ['X: 1']",
                    HTTP + ", 'login': {'user': 'me'}",
                    HTTP + ", 'login': {'user': 'me', 'password': '${THERE}', 'bearer': '${THERE}'}",
                    HTTP + ", 'login': {'user': 'm:e', 'password': '${NOT_THERE}'}",
                    HTTP + ", 'login': {'bearer': '${file:not-there}'}",
                    HTTP + ", 'login': 'me'",
                    HTTP + ", 'redirects': 21, 'http': '3'",
                    HTTP + ", 'contains': ['a', 1], 'lacks': ''",
                    HTTP + ", 'matches': '(open'",
                    HTTP + ", 'matches': ''",
                    HTTP + ", 'json': {'$.[': 'ok', '$.a': null, '$.b': [1]}",
                    HTTP + ", 'json': '$.a'",
                    HTTP + ", 'expectHeaders': {'Server': '*'}",
                    HTTP
                            + ", 'verify': 'no', 'leastTls': '1.1', 'alpn': 'h 2', 'leastDays': 401, 'warnDays': [-1, '7']",
                    HTTP + ", 'clientCertificate': {'file': 'not-there.p12', 'password': '${THERE}'}",
                    HTTP + ", 'clientCertificate': {'file': 'bot-config.json', 'password': '${THERE}'}",
                    HTTP + ", 'clientCertificate': {'file': 'bot-config.json'}",
                    HTTP + ", 'addresses': '6,4,6', 'resolver': 'ftp://x', 'proxy': 'https://proxy.example:3128'",
                    HTTP + ", 'proxy': 'http://proxy.example:0'",
                    HTTP + ", 'proxy': 'http://me@proxy.example:3128'",
                    HTTP + ", 'resolver': '9.9.9.9:70000'",
                    HTTP + ", 'slow': '10s'",
                    HTTP + ", 'slow': '3s', 'timeout': '2s'",
                    HTTP + ", 'slow': 1",
                    HTTP + ", 'startTls': 'smtp', 'type': 'A', 'count': 3, 'within': '1h'",
                    "'url': 'http://x.example/', 'leastDays': 14, 'verify': false",
                    TCP + ", 'startTls': 'ftp', 'send': 'a\\\\q', 'reply': '['",
                    TCP + ", 'leastDays': 14",
                    TCP + ", 'method': 'GET', 'json': {}, 'proxy': 'http://proxy.example:3128', 'rcode': 'NOERROR'",
                    "'tcp': 'x..example:25'",
                    "'tls': 'x.example'",
                    "'tls': 'x.example:0'",
                    "'tls': 'x.example:443', 'send': 'x', 'contains': 'x'",
                    DNS + ", 'type': 'BOGUS', 'rcode': 'NOPE', 'matches': '?', 'contains': ['a', 'b']",
                    DNS + ", 'type': 'AXFR', 'verify': true, 'lacks': 'x'",
                    "'dns': 'x..example'",
                    "'dns': 'https://x.example/'",
                    "'icmp': 'x.example', 'count': 0, 'mostLost': 100",
                    "'icmp': 'x.example:80', 'clientCertificate': {}",
                    "'icmp': '1.2.3.4.5'",
                    "'heartbeat': '${THERE}', 'within': '1h'",
                    "'heartbeat': '0123456789abcdef'",
                    "'heartbeat': '${NOT_THERE}', 'within': '1s', 'slow': '1s', 'resolver': '9.9.9.9'")
            .map(target -> "{\"targets\": [{\"id\": \"x\", " + target.replace('\'', '"') + "}]}")
            .toList();

    private WrongTargets() {}
}
