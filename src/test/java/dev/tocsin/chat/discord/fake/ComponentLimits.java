package dev.tocsin.chat.discord.fake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Discord's limits on the components of a message, both of the classic rows and of components v2. */
final class ComponentLimits {
    static final int ROWS = 5;
    static final int BUTTONS = 5;
    static final int CUSTOM_ID = 100;
    static final int LABEL = 80;
    static final int OPTIONS = 25;
    static final int ALL_V2 = 40;
    static final int TEXT_V2 = 4000;
    static final int URL = 512;

    private static final int ROW = 1;
    private static final int BUTTON = 2;
    private static final int STRING_SELECT = 3;
    private static final int LAST_SELECT = 8;
    private static final int TEXT = 10;
    private static final int STYLE_LINK = 5;

    void check(Measure message) {
        boolean second = (message.node().path("flags").asInt(0) & FakeMessage.COMPONENTS_V2) != 0;
        List<Measure> all = new ArrayList<>();
        collect(message.in("components"), all);
        all.forEach(ComponentLimits::checkOne);
        checkCustomIds(all);
        if (second) {
            checkSecond(message, all);
        } else {
            checkClassic(message);
        }
    }

    private static void checkClassic(Measure message) {
        message.sizeAtMost("components", ROWS);
        message.each("components").stream()
                .filter(top -> top.node().path("type").asInt() != ROW)
                .forEach(top -> top.complain("type", "UNION_TYPE_CHOICES", "only rows stand at the top without v2"));
    }

    private static void checkSecond(Measure message, List<Measure> all) {
        if (all.size() > ALL_V2) {
            message.complain("components", "BASE_TYPE_BAD_LENGTH", "over " + ALL_V2 + " components");
        }
        int text = all.stream()
                .filter(each -> each.node().path("type").asInt() == TEXT)
                .mapToInt(each -> each.length("content"))
                .sum();
        if (text > TEXT_V2) {
            message.complain("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "the text is " + text + " long");
        }
        if (!message.text("content").isEmpty() || !message.node().path("embeds").isEmpty()) {
            message.complain("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "v2 has no such field");
        }
    }

    /** All components, each before those in it. */
    static void collect(Measure components, List<Measure> into) {
        for (Measure component : components.each()) {
            add(component, into);
        }
    }

    private static void add(Measure component, List<Measure> into) {
        into.add(component);
        collect(component.in("components"), into);
        for (String nested : List.of("accessory", "component")) {
            if (component.has(nested)) {
                add(component.in(nested), into);
            }
        }
    }

    static void checkCustomIds(List<Measure> all) {
        Set<String> seen = new HashSet<>();
        for (Measure component : all) {
            component.atMost("custom_id", CUSTOM_ID);
            String id = component.text("custom_id");
            if (!id.isEmpty() && !seen.add(id)) {
                component.complain("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "is there twice: " + id);
            }
        }
    }

    private static void checkOne(Measure component) {
        switch (component.node().path("type").asInt()) {
            case ROW -> checkRow(component);
            case BUTTON -> checkButton(component);
            case STRING_SELECT -> checkSelect(component);
            case TEXT -> component.length("content", 1, TEXT_V2);
            default -> {}
        }
    }

    private static void checkRow(Measure row) {
        row.size("components", 1, BUTTONS);
        boolean select = row.each("components").stream()
                .mapToInt(each -> each.node().path("type").asInt())
                .anyMatch(type -> type >= STRING_SELECT && type <= LAST_SELECT);
        if (select) {
            row.sizeAtMost("components", 1);
        }
    }

    private static void checkButton(Measure button) {
        button.atMost("label", LABEL);
        if (button.text("label").isEmpty() && !button.has("emoji")) {
            button.complain("label", "BUTTON_COMPONENT_LABEL_REQUIRED", "a label or an emoji is required");
        }
        boolean link = button.node().path("style").asInt() == STYLE_LINK;
        button.length(link ? "url" : "custom_id", 1, link ? URL : CUSTOM_ID);
        if (link && button.has("custom_id")) {
            button.complain("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_FORBIDDEN", "a link has no custom id");
        }
    }

    static void checkSelect(Measure select) {
        select.length("custom_id", 1, CUSTOM_ID);
        select.atMost("placeholder", 150);
        select.size("options", 1, OPTIONS);
        select.distinct("options", "value");
        for (Measure option : select.each("options")) {
            option.length("label", 1, 100);
            option.length("value", 1, 100);
            option.atMost("description", 100);
        }
    }
}
