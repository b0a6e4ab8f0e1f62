package dev.tocsin.core.observe;

/** The stages of a look, in the order they happen. */
public enum Phase {
    DNS("DNS"),
    TCP("TCP"),
    /** What is said in plain text before TLS begins. */
    STARTTLS("STARTTLS"),
    TLS("TLS"),
    HTTP("HTTP"),
    /** What is sent and answered on a TCP connection. */
    TALK("conversation"),
    ICMP("ICMP"),
    /** Waiting for a report from the target itself. */
    REPORT("report");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    /** What people read. */
    public String label() {
        return label;
    }
}
