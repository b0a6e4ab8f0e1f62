package dev.tocsin.config;

/** A text that is never printed. */
public final class Secret {
    private final String text;

    Secret(String text) {
        this.text = text;
    }

    /** The text itself, for the one who needs it. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
