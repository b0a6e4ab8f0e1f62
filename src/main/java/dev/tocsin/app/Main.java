package dev.tocsin.app;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("tocsin on " + Runtime.version() + " args=" + java.util.Arrays.toString(args) + " console=" + System.console());
    }
}
