package dev.tocsin.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy on loopback that leads every request to one port there, whatever host it names. */
final class LoopbackProxy implements AutoCloseable {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final int leadsTo;
    private final LoopbackServer server = new LoopbackServer(this::lead);

    LoopbackProxy(int leadsTo) {
        this.leadsTo = leadsTo;
    }

    /** The first lines of what it was asked. */
    List<String> requests() {
        return requests;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }

    private void lead(Socket client) throws IOException {
        String head = head(client);
        requests.add(head.lines().findFirst().orElse(""));
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), leadsTo)) {
            if (head.startsWith("CONNECT ")) {
                Hostile.send(client.getOutputStream(), "HTTP/1.1 200 Go on\r\n\r\n");
            } else {
                Hostile.send(target.getOutputStream(), head);
            }
            Thread.ofVirtual().start(() -> pump(client, target));
            pump(target, client);
        }
        client.close();
    }

    private static String head(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = client.getInputStream().read();
            if (read < 0) {
                throw new IOException("hung up");
            }
            head.append((char) read);
        }
        return head.toString();
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException over) {
            // One of the two hung up.
        }
    }
}
