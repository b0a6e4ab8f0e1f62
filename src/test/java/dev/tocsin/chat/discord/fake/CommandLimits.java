package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Discord's limits on slash commands and on the choices of an autocompletion. */
final class CommandLimits {
    static final int COMMANDS = 100;
    static final int OPTIONS = 25;
    static final int CHOICES = 25;
    static final int CHOICE = 100;
    static final int DESCRIPTION = 100;
    static final int WHOLE = 8000;

    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}]{1,32}");
    private static final int SUB_COMMAND = 1;
    private static final int GROUP = 2;

    void checkAll(Measure commands) {
        commands.each().forEach(this::check);
        if (commands.node().size() > COMMANDS) {
            commands.complain("commands", "APPLICATION_COMMANDS_MAX", "over " + COMMANDS + " commands");
        }
        long names = commands.each().stream()
                .map(each -> each.text("name"))
                .distinct()
                .count();
        if (names != commands.node().size()) {
            commands.complain("commands", "APPLICATION_COMMANDS_DUPLICATE_NAME", "two commands of one name");
        }
    }

    void check(Measure command) {
        checkNamed(command);
        checkOptions(command, 0);
        int whole = size(command.node());
        if (whole > WHOLE) {
            command.complain("options", "APPLICATION_COMMAND_TOO_LARGE", "the whole command is " + whole + " long");
        }
    }

    /** The choices of an autocompletion. */
    void checkChoices(Measure data) {
        data.sizeAtMost("choices", CHOICES);
        for (Measure choice : data.each("choices")) {
            choice.length("name", 1, CHOICE);
            choice.atMost("value", CHOICE);
        }
    }

    private static void checkNamed(Measure named) {
        checkName(named, named.node().path("name"), "name");
        named.length("description", 1, DESCRIPTION);
        Measure names = named.in("name_localizations");
        names.node().properties().forEach(each -> checkName(names, each.getValue(), each.getKey()));
        Measure texts = named.in("description_localizations");
        texts.node().properties().forEach(each -> texts.length(each.getKey(), 1, DESCRIPTION));
    }

    private static void checkName(Measure of, JsonNode name, String field) {
        String text = name.asText("");
        if (!NAME.matcher(text).matches() || !text.equals(text.toLowerCase(Locale.ROOT))) {
            of.complain(field, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid: " + text);
        }
    }

    private void checkOptions(Measure owner, int depth) {
        owner.sizeAtMost("options", OPTIONS);
        owner.distinct("options", "name");
        boolean optional = false;
        for (Measure option : owner.each("options")) {
            checkNamed(option);
            int type = option.node().path("type").asInt();
            boolean nests = (type == GROUP && depth == 0) || (type == SUB_COMMAND && depth <= 1);
            if (nests) {
                checkOptions(option, type == GROUP ? 1 : 2);
            } else if (type == GROUP || type == SUB_COMMAND) {
                option.complain("type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command option here");
            } else {
                checkPlain(option);
            }
            boolean required = option.node().path("required").asBoolean(false);
            if (required && optional) {
                option.complain("required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "required after optional");
            }
            optional |= !required && !nests;
        }
    }

    private void checkPlain(Measure option) {
        checkChoices(option);
        boolean completes = option.node().path("autocomplete").asBoolean(false);
        if (completes && !option.node().path("choices").isEmpty()) {
            option.complain("choices", "AUTOCOMPLETE_WITH_CHOICES", "autocomplete and choices exclude each other");
        }
    }

    /** Names, descriptions and values of the command with its options and choices. */
    private static int size(JsonNode node) {
        int own = node.path("name").asText("").length()
                + node.path("description").asText("").length()
                + node.path("value").asText("").length();
        for (JsonNode option : node.path("options")) {
            own += size(option);
        }
        for (JsonNode choice : node.path("choices")) {
            own += size(choice);
        }
        return own;
    }
}
