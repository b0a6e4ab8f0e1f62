package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The chats, who is in them, and how that changes. */
public final class Rooms {
    private final World world;
    private final Updates updates;

    Rooms(World world, Updates updates) {
        this.world = world;
        this.updates = updates;
    }

    /** A person that the bot has never met. */
    public FakePerson person(String name) {
        return world.with(() -> {
            FakePerson person = new FakePerson(world.nextPerson(), name, Optional.empty(), FakePerson.Kind.HUMAN);
            world.people.put(person.id(), person);
            FakeChat chat = new FakeChat(person.id(), FakeChat.Kind.PRIVATE, name, Optional.empty());
            chat.stand(person, Standing.MEMBER);
            world.chats.put(chat.id(), chat);
            return person;
        });
    }

    /** The chat of the person with the bot, which the person has begun. */
    public FakeChat direct(FakePerson with) {
        return world.with(() -> {
            FakeChat chat = world.chats.get(with.id());
            chat.stand(world.bot, Standing.MEMBER);
            return chat;
        });
    }

    /** A chat that the bot is in: a member of a group, an administrator of a channel. */
    public FakeChat open(FakeChat.Kind kind, String title, FakePerson creator) {
        FakeChat chat = strange(kind, title, creator);
        boolean channel = kind == FakeChat.Kind.CHANNEL;
        world.change(() -> chat.stand(world.bot, channel ? Standing.ADMINISTRATOR : Standing.MEMBER));
        return chat;
    }

    /** A chat that the bot is not in. Channels have a name behind {@code @}: their title's letters. */
    public FakeChat strange(FakeChat.Kind kind, String title, FakePerson creator) {
        return world.with(() -> {
            Optional<String> username = Optional.of(title.replaceAll("[^A-Za-z0-9_]", ""))
                    .filter(name -> kind == FakeChat.Kind.CHANNEL && name.length() >= 3);
            FakeChat chat = new FakeChat(world.nextChat(kind), kind, title, username);
            chat.stand(creator, Standing.CREATOR);
            world.chats.put(chat.id(), chat);
            return chat;
        });
    }

    /** The id of a new topic; a message of the forum tells of it. */
    public long topic(FakeChat forum, FakePerson by, String name) {
        if (forum.kind() != FakeChat.Kind.FORUM) {
            throw new IllegalArgumentException(forum.title() + " has no topics");
        }
        ObjectNode more = FakeJson.object();
        more.putObject("forum_topic_created").put("name", name).put("icon_color", 7_322_096);
        return world.with(() -> {
            long topic = serve(forum, by, more);
            forum.topics.put(topic, FakeChat.Door.OPEN);
            return topic;
        });
    }

    public void closeTopic(FakeChat forum, long topic) {
        world.change(() -> forum.topics.put(topic, FakeChat.Door.CLOSED));
    }

    public void reopenTopic(FakeChat forum, long topic) {
        world.change(() -> forum.topics.put(topic, FakeChat.Door.OPEN));
    }

    /** Those who do not manage the chat may not write in it, the bot among them. */
    public void silence(FakeChat chat) {
        world.change(() -> chat.door = FakeChat.Door.CLOSED);
    }

    /**
     * Somebody's standing changes: one joins, leaves, is kicked, promoted, blocks the bot. The bot is told of its own,
     * and of others' where it manages the chat and asks for it.
     */
    public void stand(FakePerson by, FakeChat chat, FakePerson who, Standing as) {
        world.change(() -> {
            ObjectNode change = FakeJson.object().put("date", world.seconds());
            change.set("chat", chat.json());
            change.set("from", by.json());
            change.set("old_chat_member", ChatMethods.json(who, chat.standing(who.id())));
            change.set("new_chat_member", ChatMethods.json(who, as));
            chat.stand(who, as);
            boolean own = who.equals(world.bot);
            if (own || chat.standing(world.bot.id()).manages()) {
                updates.add(own ? "my_chat_member" : "chat_member", change);
            }
        });
    }

    /** The same for the bot. */
    public void standBot(FakePerson by, FakeChat chat, Standing as) {
        stand(by, chat, world.bot, as);
    }

    /** The person stops the bot. */
    public void blocks(FakePerson who) {
        standBot(who, world.with(() -> world.chats.get(who.id())), Standing.KICKED);
    }

    /** The person starts the bot again. */
    public void unblocks(FakePerson who) {
        standBot(who, world.with(() -> world.chats.get(who.id())), Standing.MEMBER);
    }

    /** The group becomes a supergroup: another chat with another id, whose messages count anew. */
    public FakeChat migrates(FakeChat group, FakePerson by) {
        return world.with(() -> {
            FakeChat next = strange(FakeChat.Kind.SUPERGROUP, group.title(), by);
            next.people.putAll(group.people);
            next.standings.putAll(group.standings);
            long told = serve(group, by, FakeJson.object().put("migrate_to_chat_id", next.id()));
            long begun = serve(next, by, FakeJson.object().put("migrate_from_chat_id", group.id()));
            assert told > 0 && begun > 0;
            group.successor = Optional.of(next);
            return next;
        });
    }

    /** The messages of the bot and of people in the chat, oldest first. */
    public List<Posted> messages(long chat) {
        return world.with(() -> world.chats.get(chat).messages.values().stream()
                .filter(message -> !isService(message))
                .map(FakeMessage::posted)
                .toList());
    }

    /** What the bot wrote there, oldest first. */
    public List<Posted> fromBot(long chat) {
        return world.with(() -> world.chats.get(chat).messages.values().stream()
                .filter(message -> message.author().equals(world.bot))
                .map(FakeMessage::posted)
                .toList());
    }

    /** At least that many messages of the bot; waits for them. */
    public List<Posted> fromBot(long chat, int least) {
        return world.await(
                Duration.ofSeconds(10),
                () -> least + " messages of the bot; there are " + fromBot(chat),
                () -> Optional.of(fromBot(chat)).filter(all -> all.size() >= least));
    }

    private static boolean isService(FakeMessage message) {
        return message.content().words().text().isEmpty()
                && message.content().files().isEmpty();
    }

    /** A message that Telegram itself writes; its id. */
    private long serve(FakeChat chat, FakePerson by, JsonNode more) {
        FakeMessage message = new FakeMessage(
                FakeMessage.Place.in(chat), by, world.clock.instant(), Content.text(Styled.NONE, FakeJson.missing()));
        message.more.setAll((ObjectNode) more);
        chat.messages.put(message.id(), message);
        if (chat.standing(world.bot.id()).isInside()) {
            updates.add("message", message.json());
        }
        return message.id();
    }
}
