package dev.tocsin.core.cause;

/** What an outage may come from, as far as measurements can tell. */
public enum Cause {
    /** Our own connectivity: the controls fail as well. */
    OWN_NETWORK("our own network"),
    /** One service alone, on a network whose other services answer. */
    SERVICE_FAULT("a fault of the service"),
    /** A network that is gone at once, with everything on it. */
    NETWORK_LOSS("loss of the network"),
    /** More to do than there is room for. */
    OVERLOAD("overload"),
    /** Names that lead nowhere while the servers they belong to still serve. */
    DNS_FAULT("a fault of name resolution"),
    TLS_FAULT("a certificate problem"),
    MAINTENANCE("maintenance"),
    /** What lies between: it fails from some places and answers at others. */
    PATH_OR_BLOCKING("filtering or a path fault"),
    UNDETERMINED("not determined");

    private final String phrase;

    Cause(String phrase) {
        this.phrase = phrase;
    }

    /** A few words for lists; what a notice says of it is more careful. */
    public String phrase() {
        return phrase;
    }
}
