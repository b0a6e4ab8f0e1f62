package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Somebody in a guild, with the roles that give their permissions. */
public final class Member {
    private final Guild guild;
    private final FakeUser user;
    private final List<Long> roles = new ArrayList<>();

    public Member(Guild guild, FakeUser user) {
        this.guild = guild;
        this.user = user;
    }

    public long id() {
        return user.id();
    }

    public String name() {
        return user.name();
    }

    public FakeUser user() {
        return user;
    }

    public Guild guild() {
        return guild;
    }

    public List<Long> roles() {
        return List.copyOf(roles);
    }

    /** Gives those roles too. */
    public Member with(long... more) {
        Arrays.stream(more).forEach(roles::add);
        return this;
    }

    public Member without(long role) {
        roles.removeIf(mine -> mine == role);
        return this;
    }

    public ObjectNode json() {
        ObjectNode member = FakeJson.object().put("joined_at", "2026-01-01T00:00:00.000000+00:00");
        member.set("user", user.json());
        member.set("roles", FakeJson.ids(roles));
        member.put("deaf", false).put("mute", false).put("flags", 0).put("pending", false);
        member.putNull("nick").putNull("avatar").putNull("premium_since").putNull("communication_disabled_until");
        return member;
    }
}
