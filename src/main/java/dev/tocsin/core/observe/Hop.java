package dev.tocsin.core.observe;

/** An HTTP answer that pointed elsewhere. */
public record Hop(int status, String from, String to) {}
