package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.xbill.DNS.Message;

/** One question to a name server over HTTPS (RFC 8484). */
final class DnsOverHttps {
    private static final MediaType TYPE = MediaType.get("application/dns-message");
    /** A message cannot be longer. */
    private static final int LONGEST = 65_535;

    private final HttpClients clients;

    DnsOverHttps(HttpClients clients) {
        this.clients = clients;
    }

    DnsAnswer ask(Message query, NameServer server, List<InetAddress> addresses, Course course) throws IOException {
        HttpUrl url = new HttpUrl.Builder()
                .scheme("https")
                .host(server.host())
                .port(server.port())
                .encodedPath(server.path())
                .build();
        Request request = new Request.Builder()
                .url(url)
                .header("Accept", TYPE.toString())
                .header("Connection", "close")
                .post(RequestBody.create(query.toWire(), TYPE))
                .build();
        Course inner = course.aside();
        HttpPhases phases = new HttpPhases(inner);
        try (Response response = clients.dialling(addresses, TlsTerms.STRICT, phases, inner)
                .newCall(request)
                .execute()) {
            if (response.code() != 200) {
                throw new NameFailure(
                        FailureKind.DNS_SERVFAIL, "the name server answered with HTTP status " + response.code());
            }
            byte[] answer = response.peekBody(LONGEST + 1).bytes();
            if (answer.length > LONGEST) {
                throw DnsAnswer.garbage("it is too long");
            }
            return DnsAnswer.read(query, answer, addresses.getFirst());
        } catch (NameFailure known) {
            throw known;
        } catch (IOException failed) {
            throw NameFailure.reaching(
                    phases.rootOf(failed),
                    phases.failedIn() == Phase.DNS ? Phase.TCP : phases.failedIn(),
                    course.deadline());
        }
    }
}
