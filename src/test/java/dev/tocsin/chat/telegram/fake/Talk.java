package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write, edit, forward and press. Each fails where the person is not in the chat. */
public final class Talk {
    private static final Pattern COMMAND = Pattern.compile("(?<!\\S)/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?");

    private final World world;
    private final Updates updates;
    private final Privacy privacy;
    private final Buttons buttons;

    Talk(World world, Updates updates, Privacy privacy, Buttons buttons) {
        this.world = world;
        this.updates = updates;
        this.privacy = privacy;
        this.buttons = buttons;
    }

    /** The id of the new message. */
    public long says(FakePerson who, FakeChat chat, String text) {
        return write(who, FakeMessage.Place.in(chat), text, FakeJson.object());
    }

    /** In a topic. */
    public long says(FakePerson who, FakeChat chat, long topic, String text) {
        FakeMessage.Place place = new FakeMessage.Place(chat, OptionalLong.empty(), OptionalLong.of(topic));
        return write(who, place, text, FakeJson.object());
    }

    public long replies(FakePerson who, FakeChat chat, long message, String text) {
        FakeMessage.Place place = new FakeMessage.Place(chat, OptionalLong.of(message), OptionalLong.empty());
        return write(who, place, text, FakeJson.object());
    }

    /** An administrator who hides who it is: the message is the group's own. */
    public long saysHidden(FakeChat group, String text) {
        ObjectNode more = FakeJson.object();
        more.set("sender_chat", group.json());
        return write(FakePerson.ANONYMOUS_ADMIN, FakeMessage.Place.in(group), text, more);
    }

    /** Somebody who speaks in a group as a channel of their own. */
    public long saysAs(FakeChat channel, FakeChat group, String text) {
        ObjectNode more = FakeJson.object();
        more.set("sender_chat", channel.json());
        return write(FakePerson.ANONYMOUS_ADMIN, FakeMessage.Place.in(group), text, more);
    }

    /** A post of the channel that answers another one. */
    public long answers(FakeChat channel, long post, String text) {
        return replies(FakePerson.ANONYMOUS_ADMIN, channel, post, text);
    }

    /** In a channel people write as the channel. */
    public long posts(FakeChat channel, String text) {
        return write(FakePerson.ANONYMOUS_ADMIN, FakeMessage.Place.in(channel), text, FakeJson.object());
    }

    /** A message of the channel, forwarded to another chat. */
    public long forwards(FakePerson who, FakeChat channel, long message, FakeChat to) {
        FakeMessage original = world.with(() -> message(channel, message));
        ObjectNode more = FakeJson.object();
        ObjectNode origin = more.putObject("forward_origin")
                .put("type", "channel")
                .put("date", original.json().path("date").asLong())
                .put("message_id", message);
        origin.set("chat", channel.json());
        return write(who, FakeMessage.Place.in(to), original.content().words().text(), more);
    }

    public void edits(FakeChat chat, long message, String text) {
        world.change(() -> {
            FakeMessage edited = message(chat, message);
            edited.edit(content(text), world.clock.instant());
            tell(edited, OptionalLong.empty(), "edited_");
        });
    }

    /** Fails when the message has no button of that data. */
    public Pressed presses(FakePerson who, long chat, long message, String data) {
        return world.with(() -> buttons.press(who, message(world.chats.get(chat), message), data));
    }

    /** Somebody who may deletes the message. Bots are not told. */
    public void erases(FakeChat chat, long message) {
        world.change(() -> {
            FakeMessage gone = message(chat, message);
            chat.messages.remove(gone.id());
        });
    }

    private long write(FakePerson who, FakeMessage.Place place, String text, ObjectNode more) {
        return world.with(() -> {
            boolean hidden = who.equals(FakePerson.ANONYMOUS_ADMIN);
            if (!hidden && !place.chat().standing(who.id()).isInside()) {
                throw new IllegalArgumentException(
                        who.name() + " is not in " + place.chat().title());
            }
            FakeMessage message = new FakeMessage(place, who, world.clock.instant(), content(text));
            message.more.setAll(more);
            place.chat().messages.put(message.id(), message);
            tell(message, place.repliesTo(), "");
            return message.id();
        });
    }

    private void tell(FakeMessage message, OptionalLong repliesTo, String prefix) {
        if (privacy.shows(message, repliesTo)) {
            boolean channel = message.chat().kind() == FakeChat.Kind.CHANNEL;
            updates.add(prefix + (channel ? "channel_post" : "message"), message.json());
        }
    }

    private static FakeMessage message(FakeChat chat, long id) {
        FakeMessage message = chat.messages.get(id);
        if (message == null) {
            throw new IllegalArgumentException("no message " + id + " in " + chat.title());
        }
        return message;
    }

    /** With the commands marked in it, as Telegram does. */
    private static Content content(String text) {
        List<Entity> commands = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(text);
        while (matcher.find()) {
            commands.add(new Entity("bot_command", matcher.start(), matcher.end() - matcher.start(), Map.of()));
        }
        return Content.text(new Styled(text, commands), FakeJson.missing());
    }
}
