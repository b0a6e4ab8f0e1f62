package dev.tocsin.chat.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What messages show, as far as this process has written it, so that nothing is written over by the same. The longest
 * unused are forgotten. Safe for use by many threads.
 */
final class Displayed {
    private static final int MOST = 1_000;

    private final Map<Place, Face> faces = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * What readers see of a message.
     *
     * @param picture its mark
     */
    record Face(Part.Words words, Optional<String> picture) {
        /** Of that body, in the place of that message or as it. */
        static Face of(Part.Body body, Told.Item item) {
            return switch (body) {
                case Part.Words words -> new Face(words, item.picture());
                case Part.Photo photo -> new Face(photo.caption(), Optional.of(photo.mark()));
            };
        }

        boolean isOf(Told.Item item) {
            return picture.equals(item.picture());
        }
    }

    /** Whether the message shows that already. */
    synchronized boolean shows(Place place, Face face) {
        return face.equals(faces.get(place));
    }

    synchronized void note(Place place, Face face) {
        faces.put(place, face);
        if (faces.size() > MOST) {
            faces.remove(faces.keySet().iterator().next());
        }
    }

    /** Nobody knows what it shows. */
    synchronized void forget(Place place) {
        faces.remove(place);
    }
}
