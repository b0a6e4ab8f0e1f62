package dev.tocsin.config;

import java.util.List;
import java.util.Map;

/** A value of the file, with the place it stands at. */
sealed interface Node {
    Place place();

    /** What it is, for a problem's text. */
    String kind();

    /**
     * Where a value stands.
     *
     * @param line from 1
     * @param path as {@code targets[3].url}; empty for the whole file
     */
    record Place(int line, int column, String path) {
        Place key(String name, int atLine, int atColumn) {
            return new Place(atLine, atColumn, path.isEmpty() ? name : path + "." + name);
        }
    }

    record Obj(Place place, Map<String, Node> members) implements Node {
        @Override
        public String kind() {
            return "an object";
        }
    }

    record Arr(Place place, List<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    record Text(Place place, String value) implements Node {
        @Override
        public String kind() {
            String shown = value.replaceAll("\\p{Cc}", "?");
            return "the text \"" + (shown.length() > 60 ? shown.substring(0, 59) + "…" : shown) + "\"";
        }
    }

    /** A number, as it is spelled. */
    record Num(Place place, String value) implements Node {
        @Override
        public String kind() {
            return "the number " + (value.length() > 30 ? value.substring(0, 29) + "…" : value);
        }
    }

    record Flag(Place place, boolean value) implements Node {
        @Override
        public String kind() {
            return Boolean.toString(value);
        }
    }

    record Nothing(Place place) implements Node {
        @Override
        public String kind() {
            return "null";
        }
    }
}
