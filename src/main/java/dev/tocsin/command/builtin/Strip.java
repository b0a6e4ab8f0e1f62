package dev.tocsin.command.builtin;

import dev.tocsin.engine.LookTally.Judged;

/** A time as a strip of characters, one for each slice. Used by one thread. */
final class Strip {
    static final int SLICES = 48;
    static final String LEGEND = "█ answered  ▄ some looks failed  × all failed  · not measured";

    private final long from;
    private final long window;
    private final int[] up = new int[SLICES];
    private final int[] down = new int[SLICES];

    /** A strip of {@code [from, until)}, both in milliseconds since the epoch. */
    Strip(long from, long until) {
        this.from = from;
        this.window = Math.max(1, until - from);
    }

    /** A look that speaks for {@code [begin, end)}. */
    void mark(Judged judged, long begin, long end) {
        int last = slice(end - 1);
        for (int slice = slice(begin); slice <= last; slice++) {
            switch (judged) {
                case WORKING -> up[slice]++;
                case FAILED -> down[slice]++;
                case UNJUDGED -> {}
            }
        }
    }

    String drawn() {
        StringBuilder strip = new StringBuilder();
        for (int i = 0; i < SLICES; i++) {
            strip.append(up[i] + down[i] == 0 ? '·' : down[i] == 0 ? '█' : up[i] == 0 ? '×' : '▄');
        }
        return strip.toString();
    }

    private int slice(long at) {
        return Math.clamp((at - from) * SLICES / window, 0, SLICES - 1);
    }
}
