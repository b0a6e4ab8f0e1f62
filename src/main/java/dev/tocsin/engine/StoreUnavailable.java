package dev.tocsin.engine;

/**
 * The store could not be read or written. The message is for an operator: it names the file or the server, what is
 * wrong (locked, full, corrupt, out of reach) and what to do.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.text = message;
    }

    /** What is wrong and what to do, for an operator. */
    public String text() {
        return text;
    }
}
