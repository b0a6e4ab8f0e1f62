package dev.tocsin.app;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;

/** What the console says first. */
final class Greeting {
    private Greeting() {}

    /**
     * The greeting.
     *
     * @param targets how many are watched
     */
    static Message of(InForce now, int targets) {
        Message hello = Message.of(
                Tone.INFO,
                Line.empty()
                        .strong("Tocsin " + Version.text())
                        .text(" watches " + Counted.of(targets, "target") + ". Type ")
                        .code("/status")
                        .text(" or ")
                        .code("/help")
                        .text("; ")
                        .code("/quit")
                        .text(" stops it."));
        Message warned = now.warnings().isEmpty()
                ? hello
                : hello.and(
                        new Block.Bullets(now.warnings().stream().map(Line::of).toList()));
        return now.practice().isEmpty()
                ? warned
                : warned.fact(
                        "Practice network",
                        Line.empty()
                                .code("/practice shutdown")
                                .text(" switches a government's network off, ")
                                .code("/practice restore")
                                .text(" brings it back"));
    }
}
