package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.dv8tion.jda.api.Permission;

/** Threads: from a message, bare, and as posts of a forum; and their archiving. */
final class ThreadRoutes {
    private final FakeWorld world;
    private final Poster poster;

    ThreadRoutes(FakeWorld world, Poster poster) {
        this.world = world;
        this.poster = poster;
    }

    List<Route> all() {
        return List.of(
                ChannelRoutes.route("POST", "/channels/{channel}/messages/{message}/threads", this::fromMessage),
                ChannelRoutes.route("POST", "/channels/{channel}/threads", this::start),
                ChannelRoutes.route("PATCH", "/channels/{channel}", this::change));
    }

    /** The thread has the message's id. */
    private Answer fromMessage(Route.Call call) {
        FakeChannel channel = world.channel(call.id(0));
        poster.require(channel, Permission.CREATE_PUBLIC_THREADS);
        FakeMessage message = world.message(channel, call.id(1));
        if (message.hasThread()) {
            throw new Refusal(FakeError.THREAD_ALREADY_CREATED);
        }
        FakeChannel thread = open(channel, message.id(), call);
        message.startThread(thread.id());
        return Answer.of(201, thread.json(world.bot));
    }

    private Answer start(Route.Call call) {
        FakeChannel channel = world.channel(call.id(0));
        if (channel.type() == FakeChannel.Type.FORUM) {
            return inForum(channel, call);
        }
        poster.require(channel, Permission.CREATE_PUBLIC_THREADS);
        return Answer.of(201, open(channel, world.ids.next(), call).json(world.bot));
    }

    /** The first message has the thread's id. */
    private Answer inForum(FakeChannel forum, Route.Call call) {
        Recorded.Payload whole = call.request().payload();
        Recorded.Payload first = new Recorded.Payload(whole.json().path("message"), whole.files());
        poster.require(forum, Permission.MESSAGE_SEND);
        poster.mayCarry(forum, first);
        FakeChannel thread = open(forum, world.ids.next(), call);
        FakeMessage message = poster.keep(new FakeMessage(world, thread, thread.id()).write(first));
        ObjectNode page = thread.json(world.bot);
        page.set("message", message.json());
        return Answer.of(201, page);
    }

    private FakeChannel open(FakeChannel channel, long id, Route.Call call) {
        String name = call.request().body().path("name").asText();
        FakeChannel thread = FakeChannel.thread(channel, id, name, world.bot.id());
        world.channels.put(id, thread);
        tell(thread, "THREAD_CREATE", thread.json(world.bot).put("newly_created", true));
        return thread;
    }

    private Answer change(Route.Call call) {
        FakeChannel thread = world.channel(call.id(0));
        JsonNode archived = call.request().body().path("archived");
        poster.require(thread, archived.asBoolean(true) ? Permission.MANAGE_THREADS : Permission.MESSAGE_SEND);
        if (!thread.isThread() || !archived.isBoolean()) {
            throw new Refusal(FakeError.WRONG_CHANNEL_TYPE);
        }
        thread.archive(archived.asBoolean());
        tell(thread, "THREAD_UPDATE", thread.json(world.bot));
        return Answer.ok(thread.json(world.bot));
    }

    private void tell(FakeChannel thread, String event, ObjectNode data) {
        thread.guild().ifPresent(guild -> world.dispatch(guild.id(), event, data));
    }
}
