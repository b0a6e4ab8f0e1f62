package dev.tocsin.core.incident;

/** The number people call an incident by; positive, rising, never used twice. */
public record IncidentId(long number) implements Comparable<IncidentId> {
    public IncidentId {
        if (number < 1) {
            throw new IllegalArgumentException("incident numbers start at 1");
        }
    }

    @Override
    public int compareTo(IncidentId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "#" + number;
    }
}
