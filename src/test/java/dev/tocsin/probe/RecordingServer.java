package dev.tocsin.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that keeps the requests it gets, and answers each in turn; the last answer over and over. */
final class RecordingServer implements AutoCloseable {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> answers;
    private final LoopbackServer server = new LoopbackServer(this::talk);

    RecordingServer(String... answers) {
        this.answers = List.of(answers);
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nX-Mood: sunny 7\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    static String redirect(int status, String location) {
        return "HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    /** Heads and bodies as they came. */
    List<String> requests() {
        return requests;
    }

    String url() {
        return server.url();
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private void talk(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                return;
            }
            head.append((char) read);
        }
        String body = new String(in.readNBytes(lengthIn(head.toString())), ISO_8859_1);
        requests.add(head + body);
        String answer = answers.get(Math.min(requests.size(), answers.size()) - 1);
        connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
        connection.close();
    }

    private static int lengthIn(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
    }
}
