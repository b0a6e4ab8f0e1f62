package dev.tocsin.chat.telegram.fake;

import java.util.List;

/** What became of a text that came with markup. */
sealed interface Reading {
    /**
     * It was read.
     *
     * @param careless what Telegram overlooks and a careful sender does not write
     */
    record Read(Styled styled, List<String> careless) implements Reading {
        public Read {
            careless = List.copyOf(careless);
        }
    }

    /** Telegram refuses it. */
    record Unreadable(String why) implements Reading {}
}
