package dev.tocsin.config;

import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.target.Secret;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads where people are. */
final class PlatformsReader {
    /** What an admin is named by, where it is a number. */
    private static final Map<String, String> ADMINS = Map.of(
            ChannelReader.DISCORD,
            "the id of a Discord user or role, a number in quotes",
            ChannelReader.TELEGRAM,
            "the id of a Telegram user, a number in quotes");

    private final Problems problems;
    private final Secrets secrets;
    private final ChannelReader channels;

    PlatformsReader(Problems problems, Secrets secrets, ChannelReader channels) {
        this.problems = problems;
        this.secrets = secrets;
        this.channels = channels;
    }

    Settings.Platforms read(View root) {
        List<ChannelRef> operators = root.texts("operators").stream()
                .flatMap(text -> channels.read(text).stream())
                .toList();
        return new Settings.Platforms(
                console(root),
                discord(root),
                telegram(root),
                admins(root.view("admins")),
                root.node("operators").isPresent() ? operators : List.of(new ChannelRef("console", "main")));
    }

    private static Settings.Console console(View root) {
        View view = root.view("console");
        boolean on = root.flag("console").orElse(view.flag("enabled").orElse(true));
        if (!on) {
            return Settings.Console.OFF;
        }
        return view.text("colour").orElse("auto").equals("never") ? Settings.Console.PLAIN : Settings.Console.COLOURED;
    }

    private Optional<Settings.Discord> discord(View root) {
        View view = root.view("discord");
        return token(view)
                .map(token -> new Settings.Discord(
                        token,
                        view.text("apiUrl"),
                        view.text("gatewayUrl"),
                        view.whole("shards", 1, 1_000),
                        words(view, "guilds"),
                        view.text("trialGuild")));
    }

    private Optional<Settings.Telegram> telegram(View root) {
        View view = root.view("telegram");
        return token(view).map(token -> new Settings.Telegram(token, view.text("apiUrl")));
    }

    private Optional<Secret> token(View platform) {
        return platform.node("token")
                .filter(Node.Text.class::isInstance)
                .flatMap(node -> secrets.fetch((Node.Text) node));
    }

    private Map<String, List<String>> admins(View view) {
        Map<String, List<String>> admins = new HashMap<>();
        view.object().members().forEach((platform, place) -> {
            if (!ChannelReader.PLATFORMS.contains(platform)) {
                problems.add(place.place(), ChannelReader.unknown(platform));
            }
            List<Node.Text> names = view.texts(platform);
            names.stream()
                    .filter(name -> !isAdmin(platform, name.value()))
                    .forEach(name -> problems.add(
                            name.place(), "\"" + name.value() + "\" is no id; expected " + ADMINS.get(platform)));
            admins.put(platform, names.stream().map(Node.Text::value).toList());
        });
        return admins;
    }

    private static boolean isAdmin(String platform, String name) {
        return !ADMINS.containsKey(platform) || name.matches("\\d{1,19}");
    }

    private static Set<String> words(View view, String key) {
        Set<String> words = new LinkedHashSet<>();
        view.texts(key).forEach(text -> words.add(text.value()));
        return words;
    }
}
