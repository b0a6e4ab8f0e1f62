package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;

/**
 * An error as Telegram tells it.
 *
 * @param parameters what {@code ResponseParameters} holds, by name
 */
public record FakeError(int status, String description, Map<String, Long> parameters) {
    public static final FakeError UNAUTHORIZED = new FakeError(401, "Unauthorized");
    public static final FakeError NO_SUCH_METHOD = new FakeError(404, "Not Found");
    public static final FakeError INTERNAL = new FakeError(500, "Internal Server Error");
    public static final FakeError BLOCKED = forbidden("bot was blocked by the user");
    public static final FakeError NEVER_MET = forbidden("bot can't initiate conversation with a user");
    public static final FakeError DEACTIVATED = forbidden("user is deactivated");
    public static final FakeError KICKED_FROM_GROUP = forbidden("bot was kicked from the group chat");
    public static final FakeError KICKED_FROM_SUPERGROUP = forbidden("bot was kicked from the supergroup chat");
    public static final FakeError KICKED_FROM_CHANNEL = forbidden("bot was kicked from the channel chat");
    public static final FakeError NOT_IN_SUPERGROUP = forbidden("bot is not a member of the supergroup chat");
    public static final FakeError NOT_IN_CHANNEL = forbidden("bot is not a member of the channel chat");
    public static final FakeError CHAT_NOT_FOUND = bad("chat not found");
    public static final FakeError CHAT_ID_EMPTY = bad("chat_id is empty");
    public static final FakeError REPLY_NOT_FOUND = bad("message to be replied not found");
    public static final FakeError EDIT_NOT_FOUND = bad("message to edit not found");
    public static final FakeError DELETE_NOT_FOUND = bad("message to delete not found");
    public static final FakeError TOO_OLD_TO_DELETE = bad("message can't be deleted for everyone");
    public static final FakeError PIN_NOT_FOUND = bad("message to pin not found");
    public static final FakeError CANNOT_EDIT = bad("message can't be edited");
    public static final FakeError NO_TEXT_TO_EDIT = bad("there is no text in the message to edit");
    public static final FakeError NO_CAPTION_TO_EDIT = bad("there is no caption in the message to edit");
    public static final FakeError NOT_MODIFIED = bad("message is not modified: specified new message content and reply"
            + " markup are exactly the same as a current content and reply markup of the message");
    public static final FakeError THREAD_NOT_FOUND = bad("message thread not found");
    public static final FakeError TOPIC_CLOSED = bad("TOPIC_CLOSED");
    public static final FakeError NO_RIGHT_TO_SEND = bad("not enough rights to send text messages to the chat");
    public static final FakeError NO_RIGHT_TO_PIN = bad("not enough rights to manage pinned messages in the chat");
    public static final FakeError NOT_AN_ADMIN = bad("need administrator rights in the channel chat");
    public static final FakeError TEXT_EMPTY = bad("message text is empty");
    public static final FakeError TEXT_TOO_LONG = bad("message is too long");
    public static final FakeError CAPTION_TOO_LONG = bad("message caption is too long");
    public static final FakeError BUTTON_DATA_INVALID = bad("BUTTON_DATA_INVALID");
    public static final FakeError QUERY_TOO_OLD =
            bad("query is too old and response timeout expired or query ID is invalid");
    public static final FakeError USER_NOT_FOUND = bad("user not found");
    public static final FakeError IMAGE_PROCESS_FAILED = bad("IMAGE_PROCESS_FAILED");
    public static final FakeError OTHER_POLLER = new FakeError(
            409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
    public static final FakeError WEBHOOK_IS_SET = new FakeError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
                    + " first");

    public FakeError {
        parameters = Map.copyOf(parameters);
    }

    private FakeError(int status, String description) {
        this(status, description, Map.of());
    }

    public static FakeError bad(String why) {
        return new FakeError(400, "Bad Request: " + why);
    }

    private static FakeError forbidden(String why) {
        return new FakeError(403, "Forbidden: " + why);
    }

    /** A markup that Telegram cannot read. */
    public static FakeError unparsable(String why) {
        return bad("can't parse entities: " + why);
    }

    /** The group is a supergroup now. */
    public static FakeError migrated(long to) {
        return new FakeError(
                400, "Bad Request: group chat was upgraded to a supergroup chat", Map.of("migrate_to_chat_id", to));
    }

    /** Told in whole seconds, rounded up, and at least one. */
    public static FakeError tooMany(Duration pause) {
        long seconds = Math.max(1, Math.ceilDiv(pause.toMillis(), 1000L));
        return new FakeError(429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
    }

    Answer answer() {
        ObjectNode page =
                FakeJson.object().put("ok", false).put("error_code", status).put("description", description);
        if (!parameters.isEmpty()) {
            parameters.forEach(page.putObject("parameters")::put);
        }
        Map<String, String> headers = parameters.containsKey("retry_after")
                ? Map.of("Retry-After", Long.toString(parameters.get("retry_after")))
                : Map.of();
        return new Answer(status, "application/json", FakeJson.bytes(page), headers);
    }
}
