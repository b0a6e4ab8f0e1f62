package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;

/** A guild of the fake. What changes in it while the bot is connected is told to the bot. */
public final class Guild {
    /** How the bot stands to the guild. */
    public enum Standing {
        OUTSIDE,
        INSIDE,
        UNAVAILABLE
    }

    private static final Permission[] OF_THE_BOT = {
        Permission.VIEW_CHANNEL,
        Permission.MESSAGE_SEND,
        Permission.MESSAGE_SEND_IN_THREADS,
        Permission.MESSAGE_EMBED_LINKS,
        Permission.MESSAGE_ATTACH_FILES,
        Permission.MESSAGE_HISTORY,
        Permission.PIN_MESSAGES,
        Permission.CREATE_PUBLIC_THREADS,
        Permission.MANAGE_THREADS
    };
    private static final long EVERYTHING = Permission.getRaw(EnumSet.complementOf(EnumSet.of(Permission.UNKNOWN)));
    private static final Permission[] OF_EVERYBODY = {Permission.USE_APPLICATION_COMMANDS};

    private final FakeWorld world;
    private final long id;
    private final String name;
    private final Map<Long, FakeRole> roles = new LinkedHashMap<>();
    private final List<Member> members = new ArrayList<>();
    private final Member bot;
    private final Member owner;
    private Standing standing = Standing.OUTSIDE;

    public Guild(FakeWorld world, String name) {
        this.world = world;
        this.id = world.ids.next();
        this.name = name;
        roles.put(id, new FakeRole(id, "@everyone", Permission.getRaw(OF_EVERYBODY), FakeRole.Owner.PEOPLE));
        bot = new Member(this, world.bot);
        bot.with(addRole(world.bot.name(), FakeRole.Owner.BOT, OF_THE_BOT));
        members.add(bot);
        owner = member("owner of " + name, Permission.ADMINISTRATOR);
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The owner, who may do everything. */
    public Member owner() {
        return owner;
    }

    public Member bot() {
        return bot;
    }

    public Standing standing() {
        return standing;
    }

    public void stand(Standing now) {
        standing = now;
    }

    public long text(String channel) {
        return open(FakeChannel.in(this, world.ids.next(), FakeChannel.Type.TEXT, channel), "CHANNEL_CREATE");
    }

    public long announcement(String channel) {
        return open(FakeChannel.in(this, world.ids.next(), FakeChannel.Type.ANNOUNCEMENT, channel), "CHANNEL_CREATE");
    }

    public long forum(String channel) {
        return open(FakeChannel.in(this, world.ids.next(), FakeChannel.Type.FORUM, channel), "CHANNEL_CREATE");
    }

    public long voice(String channel) {
        return open(FakeChannel.in(this, world.ids.next(), FakeChannel.Type.VOICE, channel), "CHANNEL_CREATE");
    }

    public long stage(String channel) {
        return open(FakeChannel.in(this, world.ids.next(), FakeChannel.Type.STAGE, channel), "CHANNEL_CREATE");
    }

    public long category(String channel) {
        return open(FakeChannel.in(this, world.ids.next(), FakeChannel.Type.CATEGORY, channel), "CHANNEL_CREATE");
    }

    /** Time, or a moderator, archives the thread. */
    public void archive(long thread) {
        world.change(() -> {
            FakeChannel old = world.channel(thread);
            old.archive(true);
            tell("THREAD_UPDATE", old.json(world.bot));
        });
    }

    /** A thread that somebody else has started in that channel. */
    public long thread(long parent, String title) {
        FakeChannel in = world.channel(parent);
        return open(FakeChannel.thread(in, world.ids.next(), title, owner.id()), "THREAD_CREATE");
    }

    /** Deletes the channel, and its threads with it. */
    public void delete(long channel) {
        world.change(() -> {
            FakeChannel gone = world.channel(channel);
            world.channels
                    .values()
                    .removeIf(each -> each == gone || each.parent().equals(Optional.of(gone)));
            tell(gone.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", gone.json(world.bot));
        });
    }

    /** Somebody with those permissions besides seeing, writing and using commands. */
    public Member member(String user, Permission... permissions) {
        return joined(
                user,
                Permission.getRaw(permissions) | Permission.getRaw(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND));
    }

    /** Somebody who sees everything and may write nowhere. */
    public Member reader(String user) {
        return joined(user, Permission.getRaw(Permission.VIEW_CHANNEL));
    }

    private Member joined(String user, long bits) {
        return world.with(() -> {
            FakeUser person = new FakeUser(world.ids.next(), user, FakeUser.Kind.HUMAN);
            world.users.put(person.id(), person);
            Member member = new Member(this, person);
            member.with(addRole("role of " + user, FakeRole.Owner.PEOPLE, Permission.getPermissions(bits)));
            members.add(member);
            return member;
        });
    }

    public long role(String role, Permission... permissions) {
        return world.with(() -> {
            long added = addRole(role, FakeRole.Owner.PEOPLE, permissions);
            tellRole("GUILD_ROLE_CREATE", known(added));
            return added;
        });
    }

    public void botMay(Permission... permissions) {
        changeBot(Permission.getRaw(permissions), 0);
    }

    public void botMayNot(Permission... permissions) {
        changeBot(0, Permission.getRaw(permissions));
    }

    public void botMay(long channel, Permission... permissions) {
        overwrite(channel, Permission.getRaw(permissions), 0);
    }

    public void botMayNot(long channel, Permission... permissions) {
        overwrite(channel, 0, Permission.getRaw(permissions));
    }

    public boolean botHas(FakeChannel channel, Permission permission) {
        long bits = permissions(bot);
        boolean all = (bits & Permission.ADMINISTRATOR.getRawValue()) != 0;
        return all || (channel.apply(bits) & permission.getRawValue()) != 0;
    }

    /** Discord's bits, those of all roles together. */
    public long permissions(Member member) {
        long bits = Stream.concat(Stream.of(id), member.roles().stream())
                .map(role -> Optional.ofNullable(roles.get(role)))
                .flatMap(Optional::stream)
                .mapToLong(FakeRole::permissions)
                .reduce(0, (one, other) -> one | other);
        return (bits & Permission.ADMINISTRATOR.getRawValue()) == 0 ? bits : EVERYTHING;
    }

    public Optional<Member> find(long user) {
        return members.stream().filter(member -> member.id() == user).findFirst();
    }

    public Optional<FakeRole> findRole(long role) {
        return Optional.ofNullable(roles.get(role));
    }

    public Collection<FakeRole> roles() {
        return List.copyOf(roles.values());
    }

    public int size() {
        return members.size();
    }

    private FakeRole known(long role) {
        return findRole(role).orElseThrow();
    }

    private long addRole(String role, FakeRole.Owner of, Permission... permissions) {
        return addRole(role, of, List.of(permissions));
    }

    private long addRole(String role, FakeRole.Owner of, Collection<Permission> permissions) {
        long added = world.ids.next();
        roles.put(added, new FakeRole(added, role, Permission.getRaw(permissions), of));
        return added;
    }

    private void changeBot(long more, long fewer) {
        world.change(() -> {
            FakeRole changed = known(bot.roles().getFirst());
            FakeRole now = changed.with((changed.permissions() | more) & ~fewer);
            roles.put(now.id(), now);
            tellRole("GUILD_ROLE_UPDATE", now);
        });
    }

    private void overwrite(long channel, long allow, long deny) {
        world.change(() -> {
            FakeChannel changed = world.channel(channel);
            changed.overwrite(allow, deny);
            tell("CHANNEL_UPDATE", changed.json(world.bot));
        });
    }

    private long open(FakeChannel channel, String event) {
        return world.with(() -> {
            world.channels.put(channel.id(), channel);
            tell(event, channel.json(world.bot));
            return channel.id();
        });
    }

    private void tellRole(String event, FakeRole role) {
        ObjectNode data = FakeJson.object().put("guild_id", FakeJson.id(id));
        data.set("role", role.json(world.bot.id(), 1));
        tell(event, data);
    }

    private void tell(String event, ObjectNode data) {
        if (standing == Standing.INSIDE) {
            world.dispatch(id, event, data);
        }
    }
}
