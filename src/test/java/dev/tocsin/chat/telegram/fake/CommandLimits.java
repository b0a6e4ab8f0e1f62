package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Telegram takes as a list of commands. */
final class CommandLimits {
    static final int MOST = 100;
    static final int DESCRIPTION = 256;

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,32}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    /** What each kind of scope needs besides its type. */
    private static final Map<String, Set<String>> SCOPES = Map.of(
            "default", Set.of(),
            "all_private_chats", Set.of(),
            "all_group_chats", Set.of(),
            "all_chat_administrators", Set.of(),
            "chat", Set.of("chat_id"),
            "chat_administrators", Set.of("chat_id"),
            "chat_member", Set.of("chat_id", "user_id"));

    private CommandLimits() {}

    static void check(Parameters parameters, Complaints complaints) {
        JsonNode commands = parameters.structure("commands");
        if (!commands.isArray()) {
            complaints.refuse(FakeError.bad("can't parse commands list JSON object"));
        }
        if (commands.size() > MOST) {
            complaints.refuse(FakeError.bad("BOT_COMMANDS_TOO_MUCH"));
        }
        Set<String> names = new HashSet<>();
        for (JsonNode command : commands) {
            String name = command.path("command").asText();
            if (!NAME.matcher(name).matches()) {
                complaints.refuse(FakeError.bad("BOT_COMMAND_INVALID"), name);
            }
            if (!names.add(name)) {
                complaints.note("two commands of the name " + name);
            }
            int length = command.path("description").asText("").strip().length();
            if (length < 1 || length > DESCRIPTION) {
                complaints.refuse(FakeError.bad("BOT_COMMAND_DESCRIPTION_INVALID"), name);
            }
        }
        checkScope(parameters, complaints);
    }

    /** Of all calls about commands. */
    static void checkScope(Parameters parameters, Complaints complaints) {
        JsonNode scope = parameters.structure("scope");
        String type = scope.path("type").asText("default");
        Set<String> needs = SCOPES.get(type);
        if (needs == null || !needs.stream().allMatch(scope::hasNonNull)) {
            complaints.refuse(FakeError.bad("can't parse BotCommandScope"), scope.toString());
        }
        String language = parameters.text("language_code").orElse("");
        if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
            complaints.refuse(FakeError.bad("invalid language code specified"), language);
        }
    }
}
