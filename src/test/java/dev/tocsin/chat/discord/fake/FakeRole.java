package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A role; {@code permissions} are Discord's bits. */
public record FakeRole(long id, String name, long permissions, Owner owner) {
    public enum Owner {
        PEOPLE,
        BOT
    }

    public FakeRole with(long bits) {
        return new FakeRole(id, name, bits, owner);
    }

    public ObjectNode json(long bot, int position) {
        ObjectNode role = FakeJson.object()
                .put("id", FakeJson.id(id))
                .put("name", name)
                .put("permissions", Long.toString(permissions))
                .put("position", position)
                .put("color", 0)
                .put("hoist", false)
                .put("managed", owner == Owner.BOT)
                .put("mentionable", false)
                .put("flags", 0);
        role.putNull("icon").putNull("unicode_emoji");
        role.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        if (owner == Owner.BOT) {
            role.putObject("tags").put("bot_id", FakeJson.id(bot));
        }
        return role;
    }
}
