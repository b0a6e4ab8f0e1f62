package dev.tocsin.app;

import dev.tocsin.chat.console.PlainText;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.replay.Account;
import dev.tocsin.replay.Recording;
import dev.tocsin.replay.Scene;
import dev.tocsin.replay.Sent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What rules made of a history, in lines of at most 100 columns. Pure. */
final class ReplayReport {
    private static final int WIDTH = 100;
    private static final int INDENT = 4;
    private static final int LABEL = 42;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ReplayReport() {}

    /** What is played, to what. */
    static List<String> opening(Recording recording, Scene scene) {
        List<String> lines = new ArrayList<>();
        lines.add(Counted.of(scene.declared().targets().size(), "target") + ", "
                + Counted.of(recording.size(), "recorded row") + ", " + TIME.format(recording.first()) + " to "
                + TIME.format(recording.last()) + " UTC");
        if (!scene.leftOut().isEmpty()) {
            lines.add("left out, since the config does not declare them: "
                    + Counted.of(scene.leftOut().size(), "target"));
        }
        return lines;
    }

    /** The table, side by side, and what it comes to. */
    static List<String> table(List<Account> accounts) {
        List<String> lines = new ArrayList<>();
        lines.add(row("", accounts, account -> account.rule().name()));
        lines.add(count("messages sent", accounts, account -> account.sent().size()));
        for (Sent.Kind kind : Sent.Kind.values()) {
            if (accounts.stream().anyMatch(account -> of(account, kind) > 0)) {
                lines.add(count("  " + kind.label(), accounts, account -> of(account, kind)));
            }
        }
        List<ChannelRef> channels = accounts.stream()
                .flatMap(account -> account.sent().stream())
                .map(Sent::channel)
                .distinct()
                .sorted(java.util.Comparator.comparing(ChannelRef::toString))
                .toList();
        if (channels.size() > 1) {
            channels.forEach(channel -> lines.add(count(
                    "to " + channel,
                    accounts,
                    account -> account.sent().stream()
                            .filter(one -> one.channel().equals(channel))
                            .count())));
        }
        lines.add(count("incidents", accounts, Account::incidents));
        lines.add(count("  not over at the end", accounts, Account::open));
        lines.add(count(
                "targets that had an outage",
                accounts,
                account -> account.targets().size()));
        return lines;
    }

    /** {@code weighed would have sent 4 messages, each 61.} */
    static String sentence(List<Account> accounts) {
        Account first = accounts.getFirst();
        return first.rule().name() + " would have sent "
                + Counted.of(first.sent().size(), "message")
                + String.join(
                        "",
                        accounts.stream()
                                .skip(1)
                                .map(other -> ", " + other.rule().name() + " "
                                        + other.sent().size())
                                .toList())
                + ".";
    }

    /** Each message in order: when, to whom, and its headline. */
    static List<String> messages(Account account) {
        List<String> lines = new ArrayList<>();
        for (Sent sent : account.sent()) {
            lines.add(TIME.format(sent.at()) + "  " + sent.channel());
            PlainText.lines(Message.of(sent.message().tone(), sent.message().headline()), WIDTH - INDENT)
                    .forEach(line -> lines.add(" ".repeat(INDENT) + line));
        }
        return lines;
    }

    private static long of(Account account, Sent.Kind kind) {
        return account.sent().stream().filter(one -> one.kind() == kind).count();
    }

    private static String count(String label, List<Account> accounts, ToLongFunction<Account> count) {
        return row(label, accounts, account -> Long.toString(count.applyAsLong(account)));
    }

    private static String row(String label, List<Account> accounts, Function<Account, String> cell) {
        int column = Math.max(6, Math.min(14, (WIDTH - LABEL) / accounts.size()));
        StringBuilder row = new StringBuilder(padded(label));
        accounts.forEach(account -> row.append(String.format(Locale.ROOT, "%" + column + "s", cell.apply(account))));
        return row.toString().stripTrailing();
    }

    private static String padded(String label) {
        String cut = label.length() > LABEL ? label.substring(0, LABEL - 1) + "…" : label;
        return cut + " ".repeat(LABEL - cut.length());
    }
}
