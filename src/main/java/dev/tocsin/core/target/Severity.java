package dev.tocsin.core.target;

/** How much a target's outage matters, as its operator sees it; declared from least to most, so order compares. */
public enum Severity {
    LOW,
    NORMAL,
    HIGH
}
