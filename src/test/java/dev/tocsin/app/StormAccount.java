package dev.tocsin.app;

import dev.tocsin.chat.discord.fake.FakeDiscord;
import dev.tocsin.chat.discord.fake.Posted;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What channels saw of a storm that is over, held against what the store says was owed.
 *
 * @param incidents how many outages there were
 * @param owed ends and beginnings, over all channels
 * @param lost those that no message tells; ends that the outage's own message was to show are held to its truth
 * @param inPlace such ends
 * @param waiting those that are still to be sent
 * @param doubled messages that no delivery accounts for
 * @param untrue messages that say of anything that it does not answer
 * @param messages how many there are to read
 */
record StormAccount(
        long incidents, long owed, long lost, long inPlace, long waiting, long doubled, long untrue, long messages) {
    static StormAccount of(FakeDiscord discord, List<Long> channels, Path store) {
        Set<String> receipts = new HashSet<>();
        long lost = 0;
        long owed = 0;
        long waiting = 0;
        long shownInPlace = 0;
        List<Posted> posted = new ArrayList<>();
        channels.forEach(channel -> posted.addAll(discord.messages(channel)));
        List.copyOf(posted)
                .forEach(message -> message.thread().ifPresent(thread -> posted.addAll(discord.messages(thread))));
        Set<Long> there = new HashSet<>();
        posted.forEach(message -> there.add(message.id()));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select kind, state, receipt, body from delivery"
                        + " where kind in ('outage', 'restored') and channel like 'discord:%'")) {
            while (row.next()) {
                owed++;
                String receipt = row.getString("receipt");
                if (row.getString("state").equals("pending")) {
                    waiting++;
                } else if (row.getString("body").contains("SHOWN_IN_PLACE")) {
                    shownInPlace++;
                } else if (receipt == null
                        || !there.contains(Long.parseLong(receipt.substring(receipt.indexOf('/') + 1)))) {
                    lost++;
                } else {
                    receipts.add(receipt.substring(receipt.indexOf('/') + 1));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        long doubled = posted.stream()
                .filter(message -> !receipts.contains(Long.toString(message.id())))
                .count();
        long untrue = posted.stream()
                .filter(message -> message.text().contains("not answer since")
                        || message.text().contains("does not answer"))
                .count();
        return new StormAccount(
                LiveBot.count(store, "select count(*) from incident"),
                owed,
                lost,
                shownInPlace,
                waiting,
                doubled,
                untrue,
                posted.size());
    }

    boolean isSettled() {
        return owed > 0 && waiting == 0 && untrue == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d incidents, %d notices owed, %d lost, %d shown by edits alone, %d still waiting; %d messages to read, %d of them doubled,"
                        + " %d not true at the end",
                incidents,
                owed,
                lost,
                inPlace,
                waiting,
                messages,
                doubled,
                untrue);
    }
}
