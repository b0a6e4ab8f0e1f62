package dev.tocsin.chat.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Somebody in a guild, with the roles that give their permissions. */
final class Member {
    private final Guild guild;
    private final FakeUser user;
    private final List<Long> roles = new ArrayList<>();

    Member(Guild guild, FakeUser user) {
        this.guild = guild;
        this.user = user;
    }

    long id() {
        return user.id();
    }

    String name() {
        return user.name();
    }

    FakeUser user() {
        return user;
    }

    Guild guild() {
        return guild;
    }

    List<Long> roles() {
        return List.copyOf(roles);
    }

    /** Gives those roles too. */
    Member with(long... more) {
        Arrays.stream(more).forEach(roles::add);
        return this;
    }

    Member without(long role) {
        roles.removeIf(mine -> mine == role);
        return this;
    }

    ObjectNode json() {
        ObjectNode member = FakeJson.object().put("joined_at", "2026-01-01T00:00:00.000000+00:00");
        member.set("user", user.json());
        member.set("roles", FakeJson.ids(roles));
        member.put("deaf", false).put("mute", false).put("flags", 0).put("pending", false);
        member.putNull("nick").putNull("avatar").putNull("premium_since").putNull("communication_disabled_until");
        return member;
    }
}
