package dev.tocsin.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the connections of one request have received, and the most they may: some lines (a chunk's extension, a name in
 * a gzip header) are else kept until they end, and need not. Safe for use by many threads.
 */
final class Intake {
    private final long most;
    private final AtomicLong received = new AtomicLong();

    /** An intake of at most so many bytes. */
    Intake(long most) {
        this.most = most;
    }

    /** Thrown where more came. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded(long most) {
            super("more than " + (most >> 20) + " MiB without an end");
        }
    }

    long received() {
        return received.get();
    }

    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = in.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = in.read(into, from, length);
                count(read);
                return read;
            }
        };
    }

    private void count(int bytes) throws Exceeded {
        if (bytes > 0 && received.addAndGet(bytes) > most) {
            throw new Exceeded(most);
        }
    }
}
