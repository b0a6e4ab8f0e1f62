package dev.tocsin.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;

/** Puts a switch before a real store: when it is broken, every call meets a full disk. */
final class FailingStores {
    boolean broken;

    /** Whether a call of this name fails too. */
    Predicate<String> fails = call -> false;

    /** What goes on while a call that fails blocks. */
    Runnable meanwhile = () -> {};

    Ledger over(Ledger ledger) {
        return over(Ledger.class, ledger);
    }

    Outbox over(Outbox outbox) {
        return over(Outbox.class, outbox);
    }

    ObservationLog over(ObservationLog log) {
        return over(ObservationLog.class, log);
    }

    private <T> T over(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (broken || fails.test(method.getName())) {
                meanwhile.run();
                throw new StoreUnavailable("The disk is full.", new java.io.IOException("full"));
            }
            try {
                return method.invoke(real, args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }
}
