package dev.tocsin.config;

import dev.tocsin.config.Shape.Key;
import dev.tocsin.config.Shape.Keys;
import dev.tocsin.config.Shape.Need;
import java.util.LinkedHashMap;
import java.util.Map;

/** A key and what it is called. */
record Named(String name, Key key) {
    static Keys keys(Named... named) {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (Named one : named) {
            keys.put(one.name(), one.key());
        }
        return new Keys(keys);
    }

    static Named required(String name, Shape shape, String help) {
        return new Named(name, new Key(shape, Need.REQUIRED, "", help));
    }

    static Named optional(String name, Shape shape, String byDefault, String help) {
        return new Named(name, new Key(shape, Need.OPTIONAL, byDefault, help));
    }
}
