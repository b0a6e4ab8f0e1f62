package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Discord's JSON errors that the fake answers with: status, code, text. */
public enum FakeError {
    UNAUTHORIZED(401, 0, "401: Unauthorized"),
    UNAUTHORIZED_TOKEN(401, 40001, "Unauthorized"),
    INVALID_WEBHOOK_TOKEN(401, 50027, "Invalid Webhook Token"),
    MISSING_ACCESS(403, 50001, "Missing Access"),
    MISSING_PERMISSIONS(403, 50013, "Missing Permissions"),
    NOT_THE_AUTHOR(403, 50005, "Cannot edit a message authored by another user"),
    CANNOT_MESSAGE_USER(403, 50007, "Cannot send messages to this user"),
    NOT_FOUND(404, 0, "404: Not Found"),
    UNKNOWN_CHANNEL(404, 10003, "Unknown Channel"),
    UNKNOWN_GUILD(404, 10004, "Unknown Guild"),
    UNKNOWN_MEMBER(404, 10007, "Unknown Member"),
    UNKNOWN_MESSAGE(404, 10008, "Unknown Message"),
    UNKNOWN_USER(404, 10013, "Unknown User"),
    UNKNOWN_WEBHOOK(404, 10015, "Unknown Webhook"),
    UNKNOWN_INTERACTION(404, 10062, "Unknown interaction"),
    UNKNOWN_COMMAND(404, 10063, "Unknown application command"),
    INVALID_FORM_BODY(400, 50035, "Invalid Form Body"),
    EMPTY_MESSAGE(400, 50006, "Cannot send an empty message"),
    WRONG_CHANNEL_TYPE(400, 50024, "Cannot execute action on this channel type"),
    ALREADY_CROSSPOSTED(400, 40033, "This message has already been crossposted"),
    ALREADY_ACKNOWLEDGED(400, 40060, "Interaction has already been acknowledged."),
    THREAD_ARCHIVED(400, 50083, "Thread is archived"),
    REPLY_WITHOUT_HISTORY(400, 160002, "You cannot reply without permission to read message history"),
    THREAD_ALREADY_CREATED(400, 160004, "A thread has already been created for this message"),
    TOO_LARGE(413, 40005, "Request entity too large"),
    INTERNAL(500, 0, "500: Internal Server Error");

    private final int status;
    private final int code;
    private final String text;

    FakeError(int status, int code, String text) {
        this.status = status;
        this.code = code;
        this.text = text;
    }

    public Answer answer() {
        return Answer.of(status, json());
    }

    public ObjectNode json() {
        return FakeJson.object().put("message", text).put("code", code);
    }
}
