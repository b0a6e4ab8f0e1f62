package dev.tocsin.chat.telegram.fake;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A small, strict Telegram on loopback: its Bot API, a world of chats that tests furnish, people who write and press,
 * and a script of troubles. Every call is held against Telegram's limits, and against a description of the Bot API where
 * {@link ApiCheck} is told where it lies; what is wrong is a fault. All methods may be called from any thread.
 */
public final class FakeTelegram implements AutoCloseable {
    private static final String TOKEN = "7000001:AAFakeTokenOfTheTest_0123456789abcdef";

    private final World world;
    private final Gate gate;
    private final Updates updates;
    private final Menus menus;
    private final Privacy privacy;
    private final Rooms rooms;
    private final Talk talk;
    private final Methods methods;
    private FakeServer server;

    public FakeTelegram() throws IOException {
        this(Clock.systemUTC());
    }

    /** With that clock for dates of messages and for limits; polls wait by the machine's. */
    public FakeTelegram(InstantSource clock) throws IOException {
        world = new World(clock);
        gate = new Gate(world);
        updates = new Updates(world);
        menus = new Menus(world);
        privacy = new Privacy(world);
        rooms = new Rooms(world, updates);
        Access access = new Access(world);
        Buttons buttons = new Buttons(world, updates);
        talk = new Talk(world, updates, privacy, buttons);
        methods = new Methods(Stream.of(
                new SendMethods(world, access).all(),
                new EditMethods(world, access).all(),
                new ChatMethods(world, access, privacy).all(),
                menus.all(),
                updates.all(),
                buttons.all()));
        server = new FakeServer(world, TOKEN, methods, gate, 0);
    }

    /** Ends without a slash. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.port();
    }

    public String token() {
        return TOKEN;
    }

    /** The bot, as Telegram knows it. */
    public FakePerson bot() {
        return world.bot;
    }

    /** The bot's name without {@code @}. */
    public String botName() {
        return world.bot.username().orElseThrow();
    }

    public Script script() {
        return gate.script();
    }

    /** Rate limits as Telegram has them; off until they are switched on. */
    public Flood flood() {
        return gate.flood();
    }

    public ApiCheck description() {
        return gate.description();
    }

    /** What waits for the bot's polls. */
    public Updates updates() {
        return updates;
    }

    /** The lists of commands that are set. */
    public Menus menus() {
        return menus;
    }

    /** The chats and who is in them. */
    public Rooms rooms() {
        return rooms;
    }

    /** What people write and press. */
    public Talk talk() {
        return talk;
    }

    /** The bot is told of everything said in groups; before, of what is meant for it alone. */
    public void privacyOff() {
        privacy.set(Privacy.Mode.OFF);
    }

    /** Nobody answers any more at the address: connections are refused. */
    public void goDown() {
        server.close();
    }

    /** The server answers again, at the same port, and knows all it knew. */
    public void comeBack() throws IOException {
        server = new FakeServer(world, TOKEN, methods, gate, server.port());
    }

    /** Every request so far, in order of arrival. */
    public List<Recorded> requests() {
        return gate.requests();
    }

    /** The calls of that method. */
    public List<Recorded> requests(String method) {
        return requests().stream().filter(request -> request.calls(method)).toList();
    }

    /** Waits until the condition holds; fails with {@code what} after the deadline. */
    public void await(Duration deadline, String what, BooleanSupplier condition) {
        Boolean met = world.await(
                deadline, () -> what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
        assert met;
    }

    /** What the bot did that Telegram does not take, or does not know. */
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
        server.close();
        List<String> faults = world.faults();
        if (!faults.isEmpty()) {
            throw new AssertionError("Telegram would not have taken this:\n" + String.join("\n", faults));
        }
    }
}
