package dev.tocsin.chat.telegram;

import dev.tocsin.engine.Memo;
import dev.tocsin.engine.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Registers the lists of commands that differ from what was registered last, until Telegram has taken each; a list of an
 * admin who has never written to the bot is taken once that admin does.
 */
final class Registrar {
    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final String ADMIN = "chat ";
    private static final String LANGUAGE = ":";

    private final TelegramClient client;
    private final Memo memo;
    private final String name;
    private final Map<String, SetMyCommands> wanted = new LinkedHashMap<>();
    private final BlockingQueue<String> knocks = new LinkedBlockingQueue<>(1);

    /** For that bot, by its user id. */
    Registrar(TelegramClient client, Memo memo, String bot, List<SetMyCommands> menus) {
        this.client = client;
        this.memo = memo;
        this.name = "telegram/commands/" + bot;
        menus.forEach(menu -> wanted.put(key(menu), menu));
    }

    /** Somebody has begun to talk with the bot: what failed is tried again now. */
    void knock() {
        boolean first = knocks.offer("knock");
        LOG.debug("a knock, and {}", first ? "the first" : "one of many");
    }

    /** Returns when all is registered, or when the thread is interrupted. */
    void run(Duration shortest) {
        Map<String, String> known = known();
        Duration pause = shortest;
        try {
            while (!registered(known)) {
                String knock = knocks.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
                Duration twice = pause.multipliedBy(2);
                pause = knock != null ? shortest : twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether everything is; what is, is written down. */
    private boolean registered(Map<String, String> known) {
        int failures = 0;
        for (Map.Entry<String, SetMyCommands> menu : wanted.entrySet()) {
            String print = print(menu.getValue());
            if (!print.equals(known.get(menu.getKey()))) {
                if (set(menu.getValue())) {
                    known.put(menu.getKey(), print);
                    keep(known);
                } else {
                    failures++;
                }
            }
        }
        for (String key : List.copyOf(known.keySet())) {
            if (!wanted.containsKey(key)) {
                if (removed(key)) {
                    known.remove(key);
                    keep(known);
                } else {
                    failures++;
                }
            }
        }
        return failures == 0;
    }

    private boolean set(SetMyCommands menu) {
        try {
            boolean done = client.execute(menu);
            LOG.info(
                    "{} commands registered with Telegram ({})",
                    menu.getCommands().size(),
                    key(menu));
            return done;
        } catch (TelegramApiException | RuntimeException failed) {
            LOG.info("commands ({}) are registered later: {}", key(menu), Trouble.said(failed.toString()));
            return false;
        }
    }

    /** Of somebody who is no admin any more, or in a language that is not spoken any more. */
    private boolean removed(String key) {
        String[] parts = key.split(LANGUAGE, 2);
        Optional<BotCommandScope> scope = scope(parts[0]);
        if (scope.isEmpty()) {
            return true;
        }
        try {
            return client.execute(DeleteMyCommands.builder()
                    .scope(scope.get())
                    .languageCode(parts.length == 2 ? parts[1] : null)
                    .build());
        } catch (TelegramApiException | RuntimeException failed) {
            LOG.info("commands ({}) are removed later: {}", key, Trouble.said(failed.toString()));
            return false;
        }
    }

    private static Optional<BotCommandScope> scope(String name) {
        return switch (name) {
            case "default" -> Optional.of(new BotCommandScopeDefault());
            case "all_chat_administrators" -> Optional.of(new BotCommandScopeAllChatAdministrators());
            default ->
                name.startsWith(ADMIN)
                        ? Optional.of(new BotCommandScopeChat(name.substring(ADMIN.length())))
                        : Optional.empty();
        };
    }

    /** The scope, and the language where there is one: {@code default}, {@code chat 17}, {@code chat 17:sq}. */
    private static String key(SetMyCommands menu) {
        BotCommandScope scope = menu.getScope();
        String name = scope instanceof BotCommandScopeChat chat ? ADMIN + chat.getChatId() : scope.getType();
        return menu.getLanguageCode() == null ? name : name + LANGUAGE + menu.getLanguageCode();
    }

    private static String print(SetMyCommands menu) {
        return Keys.Print.of(menu.getCommands().stream()
                .map(each -> each.getCommand() + " " + each.getDescription())
                .collect(Collectors.joining("\n")));
    }

    /** Where the store cannot tell, everything is registered once more, which does no harm. */
    private Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        try {
            memo.read(name).stream().flatMap(String::lines).forEach(line -> {
                int cut = line.indexOf('\t');
                if (cut > 0) {
                    known.put(line.substring(0, cut), line.substring(cut + 1));
                }
            });
        } catch (StoreUnavailable trouble) {
            LOG.warn("which commands are registered is not known: {}", trouble.text());
        }
        return known;
    }

    private void keep(Map<String, String> known) {
        List<String> lines = new ArrayList<>();
        known.forEach((key, print) -> lines.add(key + "\t" + print));
        try {
            memo.write(name, String.join("\n", lines));
        } catch (StoreUnavailable trouble) {
            LOG.warn("which commands are registered is not kept: {}", trouble.text());
        }
    }
}
