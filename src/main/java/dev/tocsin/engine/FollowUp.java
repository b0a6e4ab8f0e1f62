package dev.tocsin.engine;

import dev.tocsin.core.notice.Notice;

/** Which notices follow an outage that was told. Pure. */
final class FollowUp {
    private FollowUp() {}

    /** Whether the notice says something of an outage that is no news without it. */
    static boolean is(Notice notice) {
        return switch (notice) {
            case Notice.Restored ignored -> true;
            case Notice.Withdrawn ignored -> true;
            case Notice.Returning ignored -> true;
            case Notice.Widened ignored -> true;
            case Notice.Noted ignored -> true;
            case Notice.Outage ignored -> false;
            case Notice.StillDown ignored -> false;
            case Notice.CertificateEnds ignored -> false;
            case Notice.SightLost ignored -> false;
            case Notice.SightRegained ignored -> false;
            case Notice.Drill ignored -> false;
            case Notice.Trouble ignored -> false;
        };
    }
}
