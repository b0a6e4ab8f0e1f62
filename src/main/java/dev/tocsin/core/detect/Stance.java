package dev.tocsin.core.detect;

/** What is held of one target, and the memory behind it. */
public record Stance(Health health, Belief belief) {}
