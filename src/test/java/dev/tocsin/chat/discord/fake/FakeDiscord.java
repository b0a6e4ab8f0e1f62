package dev.tocsin.chat.discord.fake;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A small, strict Discord on loopback: its REST API v10 and its gateway, a world of guilds that tests furnish,
 * users who type and press, and a script of troubles. Every body is held against Discord's limits, and against
 * Discord's OpenAPI description where {@link OpenApiCheck} is told where it lies; what is wrong is a fault.
 * All methods may be called from any thread.
 */
public final class FakeDiscord implements AutoCloseable {
    /** As Discord's own. */
    public static final Duration HEARTBEAT = Duration.ofMillis(41_250);

    private static final String TOKEN = "MTIz.fake.token-of-the-test";

    private final FakeWorld world = new FakeWorld();
    private final Gate gate = new Gate(world, TOKEN);
    private final Commands commands = new Commands(world);
    private final Interactions interactions = new Interactions(world, commands);
    private final Poster poster = new Poster(world);
    private final InteractionRoutes interactionRoutes = new InteractionRoutes(world, poster, interactions);
    private final ApplicationRoutes applicationRoutes;
    private final FakeGateway line;
    private final FakeRest rest;

    public FakeDiscord() throws IOException, InterruptedException {
        this(HEARTBEAT);
    }

    /** With that time between heartbeats; JDA takes a connection for dead after three of them. */
    public FakeDiscord(Duration heartbeat) throws IOException, InterruptedException {
        line = new FakeGateway(world, TOKEN, heartbeat);
        applicationRoutes = new ApplicationRoutes(world, commands, line::address);
        List<Route> routes = Stream.of(
                        new ChannelRoutes(world, poster).all(),
                        new ThreadRoutes(world, poster).all(),
                        interactionRoutes.all(),
                        applicationRoutes.all())
                .flatMap(List::stream)
                .toList();
        rest = new FakeRest(world, routes, gate);
    }

    /** The base of the REST API, with the version and a slash at its end. */
    public String api() {
        return rest.address();
    }

    /** The address of the gateway. */
    public String gateway() {
        return line.address();
    }

    public String token() {
        return TOKEN;
    }

    /** The bot's user id, which is its application's id too. */
    public long bot() {
        return world.bot.id();
    }

    /** The gateway's line to the bot: to cut it, to let it die, to count what went over it. */
    public FakeGateway line() {
        return line;
    }

    public Script script() {
        return gate.script();
    }

    /** Rate limits as Discord has them; off until they are switched on. */
    public Buckets buckets() {
        return gate.buckets();
    }

    public OpenApiCheck openApi() {
        return gate.openApi();
    }

    /** A guild that the bot is in. */
    public Guild guild(String name) {
        return join(stranger(name));
    }

    /** A guild that the bot is not in yet. */
    public Guild stranger(String name) {
        return world.with(() -> {
            Guild guild = new Guild(world, name);
            world.guilds.put(guild.id(), guild);
            return guild;
        });
    }

    /** The bot is added to the guild, or the guild's outage ends. */
    public Guild join(Guild guild) {
        return stand(guild, Guild.Standing.INSIDE);
    }

    public Guild kick(Guild guild) {
        return stand(guild, Guild.Standing.OUTSIDE);
    }

    /** The guild becomes unavailable, until the next {@link #join}. */
    public Guild outage(Guild guild) {
        return stand(guild, Guild.Standing.UNAVAILABLE);
    }

    private Guild stand(Guild guild, Guild.Standing now) {
        return world.with(() -> {
            guild.stand(now);
            switch (now) {
                case INSIDE -> world.dispatch(guild.id(), "GUILD_CREATE", GuildPage.full(world, guild));
                case OUTSIDE ->
                    world.dispatch(guild.id(), "GUILD_DELETE", FakeJson.object().put("id", FakeJson.id(guild.id())));
                case UNAVAILABLE -> world.dispatch(guild.id(), "GUILD_DELETE", GuildPage.absent(guild));
            }
            return guild;
        });
    }

    /** Every request so far, in order of arrival. */
    public List<Recorded> requests() {
        return gate.requests();
    }

    /** The requests of that method to paths of that pattern, such as {@code /channels/{channel}/messages}. */
    public List<Recorded> requests(String method, String pattern) {
        PathPattern path = new PathPattern(pattern);
        return requests().stream()
                .filter(request -> request.method().equals(method))
                .filter(request -> path.match(request.path()).isPresent())
                .toList();
    }

    /** The messages that everybody in the channel sees now, oldest first. */
    public List<Posted> messages(long channel) {
        return world.with(() -> world.messages.values().stream()
                .filter(message -> message.channel().id() == channel)
                .filter(message -> !message.isEphemeral() && !message.isLoading())
                .map(FakeMessage::posted)
                .toList());
    }

    /** At least that many messages in the channel; waits for them. */
    public List<Posted> messages(long channel, int least) {
        return world.await(
                Exchange.PATIENCE,
                () -> least + " messages in the channel; there are " + messages(channel),
                () -> Optional.of(messages(channel)).filter(all -> all.size() >= least));
    }

    /** A moderator deletes the message. */
    public void erase(long message) {
        world.change(() -> world.messages.remove(message));
    }

    /** The direct message channel with that person. */
    public long direct(Member with) {
        return ChannelRoutes.direct(world, with.id()).id();
    }

    /** That person takes no direct messages any more. */
    public void closeDirect(Member of) {
        world.change(() -> poster.close(of.id()));
    }

    /** How long a nonce is remembered; 5 min at first. */
    public void nonceWindow(Duration window) {
        world.change(() -> poster.nonceWindow(window));
    }

    /** How long a callback is taken; 3 s at first. */
    public void acknowledgeWithin(Duration time) {
        world.change(() -> interactionRoutes.acknowledgeWithin(time));
    }

    /** How many shards GET /gateway/bot recommends; 1 at first. */
    public void shards(int recommended) {
        world.change(() -> applicationRoutes.shards(recommended));
    }

    /** The REST side takes no connections any more. */
    public void closeRest() {
        rest.close();
    }

    /** Whether anybody may add the bot to a guild, or the owner alone; anybody at first. */
    public void publicBot(boolean anybody) {
        world.change(() -> applicationRoutes.publicBot(anybody));
    }

    /** What is registered. */
    public Commands commands() {
        return commands;
    }

    /** Types a registered command, such as {@code mute api} under the name {@code mute}; sub-commands after a space. */
    public Exchange slash(Member who, long channel, String name, Map<String, String> options) {
        return interactions.slash(who, channel, new Interactions.Command(name, options, Optional.empty()));
    }

    public Exchange autocomplete(Member who, long channel, String name, Map<String, String> options, String focused) {
        return interactions.autocomplete(who, channel, new Interactions.Command(name, options, Optional.of(focused)));
    }

    /** Presses a button, or anything else that carries the id; fails when the message has nothing of that id. */
    public Exchange button(Member who, long channel, long message, String customId) {
        return interactions.button(who, channel, message, customId);
    }

    public Exchange select(Member who, long channel, long message, String customId, String... values) {
        return interactions.select(who, channel, message, customId, List.of(values));
    }

    public Exchange modal(Member who, long channel, String customId, Map<String, String> fields) {
        return interactions.modal(who, channel, Optional.empty(), customId, fields);
    }

    /** A modal that a component of that message had opened. */
    public Exchange modal(Member who, long channel, long message, String customId, Map<String, String> fields) {
        return interactions.modal(who, channel, Optional.of(message), customId, fields);
    }

    /** Waits until the condition holds; fails with {@code what} after the deadline. */
    public void await(Duration deadline, String what, BooleanSupplier condition) {
        Boolean met = world.await(
                deadline, () -> what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
        assert met;
    }

    /** What the bot did that Discord does not take, or does not know. */
    public List<String> faults() {
        return world.faults();
    }

    /** The same, and they are forgotten: for tests that mean them. */
    public List<String> takeFaults() {
        return world.takeFaults();
    }

    /** Throws when there are faults that nobody has taken. */
    @Override
    public void close() {
        gate.script().clear();
        rest.close();
        line.close();
        List<String> faults = world.faults();
        if (!faults.isEmpty()) {
            throw new AssertionError("Discord would not have taken this:\n" + String.join("\n", faults));
        }
    }
}
