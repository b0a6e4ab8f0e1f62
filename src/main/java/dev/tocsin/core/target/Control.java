package dev.tocsin.core.target;

/**
 * An address in a different network that is expected to answer; when most controls fail, the vantage itself is cut off.
 *
 * @param name unique among the controls
 */
public record Control(String name, Check check) {}
