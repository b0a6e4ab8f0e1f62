package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** The bot itself, chats, and who is who in them. */
final class ChatMethods {
    private final World world;
    private final Access access;
    private final Privacy privacy;

    ChatMethods(World world, Access access, Privacy privacy) {
        this.world = world;
        this.access = access;
        this.privacy = privacy;
    }

    Map<String, Methods.Method> all() {
        return Map.of(
                "getMe", given -> me(),
                "getChat", this::chat,
                "getChatMember", this::member,
                "getChatAdministrators", this::administrators,
                "getChatMemberCount",
                        given -> LongNode.valueOf(access.inside(given).standings.values().stream()
                                .filter(Standing::isInside)
                                .count()),
                "leaveChat", this::leave);
    }

    private JsonNode me() {
        return world.bot
                .json()
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", privacy.isOff())
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    private JsonNode chat(Parameters given) {
        ObjectNode page = access.inside(given).json().put("accent_color_id", 1).put("max_reaction_count", 11);
        page.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        return page;
    }

    private JsonNode member(Parameters given) {
        FakeChat chat = access.inside(given);
        return Optional.ofNullable(world.people.get(given.number("user_id").orElse(0)))
                .or(() -> Optional.of(world.bot)
                        .filter(bot -> given.number("user_id").orElse(0) == bot.id()))
                .map(person -> json(person, chat.standing(person.id())))
                .orElseThrow(() -> new Refusal(FakeError.USER_NOT_FOUND));
    }

    private JsonNode administrators(Parameters given) {
        FakeChat chat = access.inside(given);
        if (chat.kind() == FakeChat.Kind.PRIVATE) {
            throw new Refusal(FakeError.bad("there are no administrators in the private chat"));
        }
        return FakeJson.array(chat.people.values().stream()
                .filter(person -> chat.standing(person.id()).manages())
                .filter(person -> person.kind() == FakePerson.Kind.HUMAN || person.equals(world.bot))
                .map(person -> json(person, chat.standing(person.id())))
                .toList());
    }

    private JsonNode leave(Parameters given) {
        access.inside(given).stand(world.bot, Standing.LEFT);
        return Methods.TRUE;
    }

    /** A {@code ChatMember}. */
    static ObjectNode json(FakePerson person, Standing standing) {
        ObjectNode page = FakeJson.object().put("status", standing.word());
        page.set("user", person.json());
        switch (standing) {
            case CREATOR -> page.put("is_anonymous", false);
            case ADMINISTRATOR -> rights(page);
            case KICKED -> page.put("until_date", 0);
            case MEMBER, LEFT -> {
                // Nothing besides.
            }
        }
        return page;
    }

    private static void rights(ObjectNode page) {
        page.put("can_be_edited", false)
                .put("is_anonymous", false)
                .put("can_manage_chat", true)
                .put("can_delete_messages", true)
                .put("can_manage_video_chats", false)
                .put("can_restrict_members", false)
                .put("can_promote_members", false)
                .put("can_change_info", false)
                .put("can_invite_users", true)
                .put("can_post_stories", false)
                .put("can_edit_stories", false)
                .put("can_delete_stories", false)
                .put("can_post_messages", true)
                .put("can_edit_messages", true)
                .put("can_pin_messages", true)
                .put("can_manage_topics", true);
    }
}
