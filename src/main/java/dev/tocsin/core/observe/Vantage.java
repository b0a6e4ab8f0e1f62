package dev.tocsin.core.observe;

/** The place looks are made from. */
public record Vantage(String name) {
    public Vantage {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a vantage has a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
