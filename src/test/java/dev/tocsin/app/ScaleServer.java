package dev.tocsin.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What {@link ScaleBenchmark} looks at, as a process of its own: HTTP on some ports, and a black hole. Says its ports in
 * one line, the black hole's last, and ends with its standard input.
 */
final class ScaleServer {
    /** So many ports that looks find local ones for 60,000 connections a minute to them. */
    private static final int PORTS = 8;

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

    private ScaleServer() {}

    public static void main(String[] args) throws IOException {
        int[] ports = new int[PORTS];
        for (int i = 0; i < PORTS; i++) {
            ports[i] = serve();
        }
        try (BlackHole hole = BlackHole.open()) {
            System.out.println(Arrays.stream(ports).mapToObj(Integer::toString).collect(Collectors.joining(" ")) + " "
                    + hole.port());
            System.in.transferTo(System.out);
        }
    }

    private static int serve() throws IOException {
        ServerSocket server = new ServerSocket(0, 4_096, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> accept(server));
        return server.getLocalPort();
    }

    private static void accept(ServerSocket server) {
        try (server) {
            while (true) {
                Socket connection = server.accept();
                Thread.ofVirtual().start(() -> answer(connection));
            }
        } catch (IOException broken) {
            System.err.println("The benchmark's server stops: " + broken);
        }
    }

    private static void answer(Socket connection) {
        try (connection) {
            if (connection.getInputStream().read(new byte[4_096]) > 0) {
                connection.getOutputStream().write(ANSWER);
            }
        } catch (IOException gone) {
            // The look ended.
        }
    }
}
