package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A user of Discord. */
record FakeUser(long id, String name, Kind kind) {
    enum Kind {
        HUMAN,
        BOT
    }

    ObjectNode json() {
        ObjectNode user = FakeJson.object()
                .put("id", FakeJson.id(id))
                .put("username", name)
                .put("discriminator", "0")
                .put("bot", kind == Kind.BOT)
                .put("public_flags", 0)
                .put("flags", 0);
        user.putNull("global_name");
        user.putNull("avatar");
        return user;
    }
}
