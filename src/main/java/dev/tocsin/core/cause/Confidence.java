package dev.tocsin.core.cause;

/** How far an assessment is borne out: by how many families of evidence, and seen from how many places. */
public enum Confidence {
    /** One family, or a network that was mapped more than a week ago. */
    LOW("low"),
    /** Two families; never more where only one vantage looked. */
    MEDIUM("medium"),
    /** Three families or more, from two vantages or more. */
    HIGH("high");

    private final String phrase;

    Confidence(String phrase) {
        this.phrase = phrase;
    }

    public String phrase() {
        return phrase;
    }
}
