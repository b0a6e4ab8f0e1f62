package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds the limits of Discord that belong to a request's route, and holds its body against them. */
final class Limits {
    private static final PathPattern MESSAGES = new PathPattern("/channels/{channel}/messages");
    private static final PathPattern MESSAGE = new PathPattern("/channels/{channel}/messages/{message}");
    private static final PathPattern FOLLOW_UPS = new PathPattern("/webhooks/{application}/{token}");
    private static final PathPattern FOLLOW_UP = new PathPattern("/webhooks/{application}/{token}/messages/{message}");
    private static final PathPattern CALLBACK = new PathPattern("/interactions/{interaction}/{token}/callback");
    private static final PathPattern COMMANDS = new PathPattern("/applications/{application}/commands");
    private static final PathPattern GUILD_COMMANDS =
            new PathPattern("/applications/{application}/guilds/{guild}/commands");
    private static final PathPattern THREADS = new PathPattern("/channels/{channel}/threads");
    private static final PathPattern MESSAGE_THREADS =
            new PathPattern("/channels/{channel}/messages/{message}/threads");

    void check(Recorded request, Complaints complaints) {
        Measure at = new Measure(complaints, request.body(), "");
        switch (request.method()) {
            case "POST" -> checkPost(request, at);
            case "PATCH" -> checkPatch(request, at);
            case "PUT" -> checkPut(request, at);
            default -> {}
        }
    }

    private static void checkPost(Recorded request, Measure at) {
        if (is(MESSAGES, request) || is(FOLLOW_UPS, request)) {
            new MessageLimits(request.files(), MessageLimits.Stage.NEW).check(at);
        } else if (is(CALLBACK, request)) {
            checkCallback(request, at);
        } else if (is(COMMANDS, request) || is(GUILD_COMMANDS, request)) {
            new CommandLimits().check(at);
        } else if (is(THREADS, request) || is(MESSAGE_THREADS, request)) {
            checkThread(request, at);
        }
    }

    private static void checkPatch(Recorded request, Measure at) {
        if (is(MESSAGE, request) || is(FOLLOW_UP, request)) {
            new MessageLimits(request.files(), MessageLimits.Stage.EDIT).check(at);
        }
    }

    private static void checkPut(Recorded request, Measure at) {
        if (is(COMMANDS, request) || is(GUILD_COMMANDS, request)) {
            new CommandLimits().checkAll(at);
        }
    }

    private static void checkThread(Recorded request, Measure at) {
        at.length("name", 1, 100);
        at.oneOf("auto_archive_duration", 60, 1440, 4320, 10080);
        JsonNode first = request.body().path("message");
        if (first.isObject()) {
            new MessageLimits(request.files(), MessageLimits.Stage.NEW).check(at.in("message"));
        }
    }

    private static void checkCallback(Recorded request, Measure at) {
        Measure data = at.in("data");
        switch (request.body().path("type").asInt()) {
            case 4 -> new MessageLimits(request.files(), MessageLimits.Stage.NEW).check(data);
            case 7 -> new MessageLimits(request.files(), MessageLimits.Stage.EDIT).check(data);
            case 8 -> new CommandLimits().checkChoices(data);
            case 9 -> new ModalLimits().check(data);
            case 5, 6 -> {}
            default -> at.complain("type", "BASE_TYPE_CHOICES", "not a type of callback that is known here");
        }
    }

    private static boolean is(PathPattern pattern, Recorded request) {
        return pattern.match(request.path()).isPresent();
    }
}
