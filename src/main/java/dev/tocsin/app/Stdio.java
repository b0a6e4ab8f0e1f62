package dev.tocsin.app;

import java.io.InputStream;
import java.io.PrintStream;

/** Where the console reads and writes when it has no terminal. */
record Stdio(InputStream in, PrintStream out) {
    static Stdio ofTheProcess() {
        return new Stdio(System.in, System.out);
    }
}
