package dev.tocsin.probe;

import java.util.Optional;

/** The error numbers of Linux that ICMP sockets give, and what they mean. */
final class IcmpErrno {
    static final int NONE = 0;
    static final int EPERM = 1;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int ENETDOWN = 100;
    static final int ENETUNREACH = 101;
    static final int EHOSTUNREACH = 113;

    private IcmpErrno() {}

    /** Whether a socket could not be opened because this system does not allow or know it. */
    static boolean isRefusal(int errno) {
        return switch (errno) {
            // EPROTONOSUPPORT, ESOCKTNOSUPPORT and EAFNOSUPPORT: no such protocol, type or family.
            case EPERM, EACCES, 93, 94, 97 -> true;
            default -> false;
        };
    }

    /** Why this machine knows no way to an address; empty where the error is about something else. */
    static Optional<String> unreachable(int errno) {
        return switch (errno) {
            case ENETDOWN -> Optional.of("network down");
            case ENETUNREACH -> Optional.of("network unreachable from here");
            case EHOSTUNREACH -> Optional.of("host unreachable from here");
            default -> Optional.empty();
        };
    }

    static String text(int errno) {
        return switch (errno) {
            case EPERM -> "Operation not permitted";
            case EACCES -> "Permission denied";
            case 12 -> "Cannot allocate memory";
            case 22 -> "Invalid argument";
            case 23, 24 -> "Too many open files";
            case EAGAIN, 105 -> "No buffer space available";
            case 99 -> "Cannot assign requested address";
            default -> unreachable(errno).orElse("error " + errno);
        };
    }
}
