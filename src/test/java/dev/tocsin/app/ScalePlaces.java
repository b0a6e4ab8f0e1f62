package dev.tocsin.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A running {@link ScaleServer}: the ports that answer, and the one that never does. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ScalePlaces(Process process, int[] answering, int hole) implements AutoCloseable {
    static ScalePlaces start() throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ScaleServer.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader(StandardCharsets.US_ASCII).readLine();
        if (line == null) {
            process.destroy();
            throw new IOException("the benchmark's server did not start");
        }
        int[] ports =
                Arrays.stream(line.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        return new ScalePlaces(process, Arrays.copyOf(ports, ports.length - 1), ports[ports.length - 1]);
    }

    /** Where the target of this number is to be looked at. */
    int port(int number) {
        return answering[number % answering.length];
    }

    @Override
    public void close() {
        process.destroy();
    }
}
