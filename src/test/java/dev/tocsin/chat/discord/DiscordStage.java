package dev.tocsin.chat.discord;

import dev.tocsin.chat.discord.fake.Exchange;
import dev.tocsin.chat.discord.fake.FakeDiscord;
import dev.tocsin.chat.discord.fake.Guild;
import dev.tocsin.chat.discord.fake.Member;
import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Invitation;
import dev.tocsin.core.target.Secret;
import dev.tocsin.engine.Memo;
import dev.tocsin.engine.Rig;
import dev.tocsin.sample.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.Permission;

/** A chat over a fake Discord, the bot's own desk over a rig behind it, and people in a server the bot is at home in. */
final class DiscordStage implements AutoCloseable {
    final FakeDiscord discord;
    final Rig rig;
    final Guild guild;
    final long channel;
    final Member admin;
    final Member manager;
    final Member anybody;
    final Map<String, String> memo = new ConcurrentHashMap<>();
    final List<String> troubles = new CopyOnWriteArrayList<>();

    private final Path folder;
    private Optional<DiscordChat> chat = Optional.empty();

    DiscordStage(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        discord = new FakeDiscord();
        guild = discord.guild("Harbour");
        channel = guild.text("alerts");
        admin = guild.member("ana", Permission.MANAGE_SERVER);
        manager = guild.member("max", Permission.MANAGE_CHANNEL);
        anybody = guild.member("eve");
        rig = new Rig(folder);
        rig.declare(List.of(Samples.target("portal"), Samples.target("mail"), Samples.target("tax")));
    }

    Desk desk() {
        return Desks.desk(rig, folder, this::invitations);
    }

    List<Invitation> invitations() {
        return chat.flatMap(DiscordChat::invitation).map(link -> new Invitation("Discord", link)).stream()
                .toList();
    }

    /** Starts with the bot's own desk, in the server that is its home. */
    DiscordStage start() {
        return start(terms(), desk());
    }

    DiscordStage start(DiscordChat.Terms terms, Desk desk) {
        DiscordChat opened = DiscordChat.open(terms, memo(), () -> ZoneOffset.UTC, troubles::add);
        chat = Optional.of(opened);
        opened.start(desk);
        discord.await(
                Duration.ofSeconds(20),
                "a connection",
                () -> opened.invitation().isPresent());
        return this;
    }

    /** As a new process would start. */
    DiscordStage restart() {
        chat().close();
        discord.await(
                Duration.ofSeconds(20), "no connection", () -> discord.line().connected() == 0);
        return start();
    }

    DiscordChat chat() {
        return chat.orElseThrow();
    }

    DiscordChat.Terms terms() {
        return terms(Set.of(), Set.of(Long.toString(guild.id())), Optional.empty());
    }

    DiscordChat.Terms terms(Set<String> admins, Set<String> guilds, Optional<String> trialGuild) {
        return new DiscordChat.Terms(
                new Secret(discord.token()),
                Optional.of(discord.api()),
                Optional.of(discord.gateway()),
                1,
                admins,
                guilds,
                trialGuild);
    }

    /** Types the line, such as {@code /mute portal 2h}, into the fields that Discord offers for it. */
    Exchange type(Member who, String line) {
        return type(who, channel, line);
    }

    Exchange type(Member who, long where, String line) {
        TypedLine typed = TypedLine.read(line, specs()).orElseThrow(() -> new IllegalArgumentException(line));
        return discord.slash(who, where, typed.command(), typed.options());
    }

    List<CommandSpec> specs() {
        return desk().specs();
    }

    /** What a reader sees of an answer's page. */
    static String shown(Posted posted) {
        return posted.embed(0).path("description").asText();
    }

    /** All that is read by turning an answer over to its end. */
    String everyPage(Member who, Posted first) {
        StringBuilder pages = new StringBuilder(shown(first));
        Posted page = first;
        for (Optional<String> next = PagesTest.next(page); next.isPresent(); next = PagesTest.next(page)) {
            page = discord.button(who, first.channel(), first.id(), next.get()).answer();
            pages.append('\n').append(shown(page));
        }
        return pages.toString();
    }

    String answer(Member who, String line) {
        return shown(type(who, line).answer());
    }

    @Override
    public void close() {
        chat.ifPresent(DiscordChat::close);
        rig.close();
        discord.close();
    }

    private Memo memo() {
        return new Memo() {
            @Override
            public Optional<String> read(String name) {
                return Optional.ofNullable(memo.get(name));
            }

            @Override
            public void write(String name, String value) {
                memo.put(name, value);
            }
        };
    }
}
