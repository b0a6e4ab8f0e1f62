package dev.tocsin.chat.telegram;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.OutsideText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/** Commands as Telegram lists them to each circle of people; the desk decides again with each call. Pure. */
final class Registration {
    private static final int LONGEST = 256;
    private static final int MOST = 100;

    private Registration() {}

    /**
     * What to set: everybody's commands everywhere, those of channel managers for administrators of groups, and all of
     * them in the private chats of the bot's admins, whose user ids these are. A list that would be empty is left out:
     * the library sends none.
     */
    static List<SetMyCommands> of(List<CommandSpec> specs, Collection<Long> admins) {
        List<SetMyCommands> menus = new ArrayList<>(List.of(
                menu(specs, Role.EVERYONE, new BotCommandScopeDefault()),
                menu(specs, Role.CHANNEL_MANAGER, new BotCommandScopeAllChatAdministrators())));
        admins.stream()
                .sorted()
                .map(admin -> menu(specs, Role.ADMIN, new BotCommandScopeChat(Long.toString(admin))))
                .forEach(menus::add);
        return menus.stream().filter(menu -> !menu.getCommands().isEmpty()).toList();
    }

    /** The name under which Telegram knows the command: it takes no hyphens. */
    static String name(CommandSpec spec) {
        return spec.name().replace('-', '_');
    }

    private static SetMyCommands menu(List<CommandSpec> specs, Role most, BotCommandScope scope) {
        List<BotCommand> commands = specs.stream()
                .filter(spec -> spec.role().compareTo(most) <= 0)
                .limit(MOST)
                .map(spec -> new BotCommand(name(spec), OutsideText.cut(spec.summary(), LONGEST)))
                .toList();
        return SetMyCommands.builder().commands(commands).scope(scope).build();
    }
}
