package dev.tocsin.chat.telegram.fake;

import java.util.Optional;
import java.util.OptionalLong;

/** Finds what a call names, and says what the bot may do there. */
final class Access {
    private final World world;

    Access(World world) {
        this.world = world;
    }

    /** The chat that the call names, as far as the bot knows it. */
    FakeChat chat(Parameters given) {
        FakeChat chat =
                given.text("chat_id").flatMap(world::find).orElseThrow(() -> new Refusal(FakeError.CHAT_NOT_FOUND));
        chat.successor.ifPresent(next -> {
            throw new Refusal(FakeError.migrated(next.id()));
        });
        return chat;
    }

    /** The same, and the bot is inside. */
    FakeChat inside(Parameters given) {
        FakeChat chat = chat(given);
        Standing standing = chat.standing(world.bot.id());
        if (!standing.isInside()) {
            throw new Refusal(outside(chat, standing));
        }
        return chat;
    }

    private static FakeError outside(FakeChat chat, Standing standing) {
        boolean kicked = standing == Standing.KICKED;
        return switch (chat.kind()) {
            case PRIVATE -> kicked ? FakeError.BLOCKED : FakeError.NEVER_MET;
            case GROUP -> kicked ? FakeError.KICKED_FROM_GROUP : FakeError.CHAT_NOT_FOUND;
            case SUPERGROUP, FORUM -> kicked ? FakeError.KICKED_FROM_SUPERGROUP : FakeError.NOT_IN_SUPERGROUP;
            case CHANNEL -> kicked ? FakeError.KICKED_FROM_CHANNEL : FakeError.NOT_IN_CHANNEL;
        };
    }

    /** Where the bot writes: the chat, the topic and what it replies to. */
    FakeMessage.Place place(Parameters given) {
        FakeChat chat = inside(given);
        Standing standing = chat.standing(world.bot.id());
        if (chat.kind() == FakeChat.Kind.CHANNEL && !standing.manages()) {
            throw new Refusal(FakeError.NOT_AN_ADMIN);
        }
        if (chat.door == FakeChat.Door.CLOSED && !standing.manages()) {
            throw new Refusal(FakeError.NO_RIGHT_TO_SEND);
        }
        OptionalLong topic = given.number("message_thread_id");
        topic.ifPresent(each -> checkTopic(chat, each, standing));
        return new FakeMessage.Place(chat, replied(given, chat), topic);
    }

    private static void checkTopic(FakeChat chat, long topic, Standing standing) {
        FakeChat.Door door =
                Optional.ofNullable(chat.topics.get(topic)).orElseThrow(() -> new Refusal(FakeError.THREAD_NOT_FOUND));
        if (door == FakeChat.Door.CLOSED && !standing.manages()) {
            throw new Refusal(FakeError.TOPIC_CLOSED);
        }
    }

    private static OptionalLong replied(Parameters given, FakeChat chat) {
        var reply = given.structure("reply_parameters");
        if (!reply.has("message_id")) {
            return OptionalLong.empty();
        }
        long message = reply.path("message_id").asLong();
        if (chat.messages.containsKey(message)) {
            return OptionalLong.of(message);
        }
        if (reply.path("allow_sending_without_reply").asBoolean(false)) {
            return OptionalLong.empty();
        }
        throw new Refusal(FakeError.REPLY_NOT_FOUND);
    }

    /** The message that the call names. */
    FakeMessage message(Parameters given, FakeError otherwise) {
        FakeChat chat = inside(given);
        return Optional.ofNullable(chat.messages.get(given.number("message_id").orElse(0)))
                .orElseThrow(() -> new Refusal(otherwise));
    }

    /** The same, and it is the bot's own. */
    FakeMessage own(Parameters given) {
        FakeMessage message = message(given, FakeError.EDIT_NOT_FOUND);
        if (!message.author().equals(world.bot)) {
            throw new Refusal(FakeError.CANNOT_EDIT);
        }
        return message;
    }
}
