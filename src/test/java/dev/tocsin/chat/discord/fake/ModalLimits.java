package dev.tocsin.chat.discord.fake;

import java.util.ArrayList;
import java.util.List;

/** Discord's limits on a modal. */
final class ModalLimits {
    static final int TITLE = 45;
    static final int FIELDS = 5;
    static final int LABEL = 45;
    static final int TEXT = 4000;

    private static final int STRING_SELECT = 3;
    private static final int TEXT_INPUT = 4;
    private static final int LABELLED = 18;

    void check(Measure modal) {
        modal.length("title", 1, TITLE);
        modal.length("custom_id", 1, ComponentLimits.CUSTOM_ID);
        modal.size("components", 1, FIELDS);
        List<Measure> all = new ArrayList<>();
        ComponentLimits.collect(modal.in("components"), all);
        ComponentLimits.checkCustomIds(all);
        all.forEach(ModalLimits::checkOne);
    }

    private static void checkOne(Measure component) {
        switch (component.node().path("type").asInt()) {
            case LABELLED -> {
                component.length("label", 1, LABEL);
                component.atMost("description", 100);
            }
            case TEXT_INPUT -> checkInput(component);
            case STRING_SELECT -> ComponentLimits.checkSelect(component);
            default -> {}
        }
    }

    private static void checkInput(Measure input) {
        input.length("custom_id", 1, ComponentLimits.CUSTOM_ID);
        input.atMost("placeholder", 100);
        input.atMost("value", TEXT);
        int least = input.node().path("min_length").asInt(0);
        int most = input.node().path("max_length").asInt(TEXT);
        if (least < 0 || most < 1 || most > TEXT || least > most) {
            input.complain("max_length", "NUMBER_TYPE_MAX", "lengths are between 0 and " + TEXT);
        }
        if (input.has("value") && input.length("value") > most) {
            input.complain("value", "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length");
        }
    }
}
