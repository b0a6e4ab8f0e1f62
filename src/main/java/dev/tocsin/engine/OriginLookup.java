package dev.tocsin.engine;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.network.LookupZones;

/** Asks whose an address is. Safe for use by many threads; a call blocks, for a few seconds at most. */
public interface OriginLookup {
    /** Where there is nobody to ask. */
    OriginLookup NOBODY = (address, zones) -> new Answer.Failed("nobody can be asked");

    /** What is said of a public address; never throws for anything that is answered. */
    Answer ask(Address address, LookupZones zones);

    /** What came of a question. */
    sealed interface Answer {
        record Found(Announcement announcement) implements Answer {}

        /** The address is announced by nobody. */
        record Nothing() implements Answer {}

        /** Nobody knows: there was no answer, or none that can be read. */
        record Failed(String why) implements Answer {}
    }
}
