package dev.tocsin.core.notice;

/** Whether a message makes a sound where it arrives. */
public enum Bell {
    RINGS,
    SILENT
}
