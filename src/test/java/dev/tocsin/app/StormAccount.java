package dev.tocsin.app;

import dev.tocsin.app.StormPlatform.Told;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What channels saw of a storm that is over, held against what the store says was owed.
 *
 * @param incidents how many outages there were
 * @param deliveries what was owed
 * @param messages what there is to read
 */
record StormAccount(long incidents, Deliveries deliveries, Messages messages) {
    private static final String LAST_END =
            "select max(cast((julianday(json_extract(body, '$.state.confirmedAt')) - 2440587.5) * 86400000 as integer))"
                    + " from incident";

    /**
     * Ends and beginnings, over all channels.
     *
     * @param lost those that no message tells; ends that the outage's own message was to show are held to its truth
     * @param inPlace such ends
     * @param waiting those that are still to be sent
     * @param withNetwork those that are not owed, since the incident of the target's network tells of it
     */
    record Deliveries(long owed, long lost, long inPlace, long waiting, long withNetwork) {}

    /**
     * Messages.
     *
     * @param doubled those that no delivery accounts for
     * @param untrue those that say of anything that it does not answer
     * @param stale those that said so when they were new, though the end of the last outage was known by then
     * @param early those that tell of something that arose before what the message before them tells
     * @param most that one channel got after the weather
     */
    record Messages(long all, long doubled, long untrue, long stale, long early, long most) {}

    /** Of everything so far; {@code weather} is when the last spell of it was over. */
    static StormAccount of(StormPlatform platform, Path store, Instant weather) {
        List<Told> told = platform.told();
        Set<String> there = told.stream().map(Told::receipt).collect(Collectors.toSet());
        Map<String, LongSummaryStatistics> numbers = new HashMap<>();
        Deliveries deliveries = deliveries(platform, store, there, numbers);
        Instant over = Instant.ofEpochMilli(LiveBot.count(store, LAST_END));
        Map<String, Long> after = told.stream()
                .filter(one -> one.at().isAfter(weather))
                .collect(Collectors.groupingBy(Told::channel, Collectors.counting()));
        Messages messages = new Messages(
                told.size(),
                told.stream().filter(one -> !numbers.containsKey(one.receipt())).count(),
                told.stream().filter(one -> Told.accuses(one.now())).count(),
                told.stream()
                        .filter(one -> one.at().isAfter(over) && Told.accuses(one.first()))
                        .count(),
                early(told, numbers),
                after.values().stream().mapToLong(Long::longValue).max().orElse(0));
        return new StormAccount(LiveBot.count(store, "select count(*) from incident"), deliveries, messages);
    }

    private static Deliveries deliveries(
            StormPlatform platform, Path store, Set<String> there, Map<String, LongSummaryStatistics> numbers) {
        long withNetwork = 0;
        long owed = 0;
        long lost = 0;
        long inPlace = 0;
        long waiting = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select number, d.state, receipt, d.body, i.body as told from"
                        + " delivery d join incident i on i.id = d.incident where kind in ('outage', 'restored') and"
                        + " channel like '" + platform.name() + ":%'")) {
            while (row.next()) {
                if (row.getString("state").equals("held") && isPart(row.getString("told"))) {
                    withNetwork++;
                    continue;
                }
                owed++;
                String receipt = row.getString("receipt");
                if (row.getString("state").equals("pending")) {
                    waiting++;
                } else if (row.getString("body").contains("SHOWN_IN_PLACE")) {
                    inPlace++;
                } else if (receipt == null || !there.contains(receipt)) {
                    lost++;
                } else {
                    numbers.computeIfAbsent(receipt, ignored -> new LongSummaryStatistics())
                            .accept(row.getLong("number"));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return new Deliveries(owed, lost, inPlace, waiting, withNetwork);
    }

    /** Whether the incident of its network, whose own notices are owed, tells of it. */
    private static boolean isPart(String incident) {
        return incident.contains("\"partOf\":{") || incident.matches("(?s).*\"partOf\":\\d.*");
    }

    /** Deliveries are numbered as they arise, and a channel is told in that order. */
    private static long early(List<Told> told, Map<String, LongSummaryStatistics> numbers) {
        Map<String, Long> last = new HashMap<>();
        Set<String> early = new HashSet<>();
        for (Told one : told) {
            LongSummaryStatistics of = numbers.get(one.receipt());
            if (of != null) {
                if (of.getMin() < last.getOrDefault(one.channel(), -1L)) {
                    early.add(one.receipt());
                }
                last.merge(one.channel(), of.getMax(), Math::max);
            }
        }
        return early.size();
    }

    boolean isSettled() {
        return deliveries.owed() > 0 && deliveries.waiting() == 0 && messages.untrue() == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d incidents, %d told with their network's, %d notices owed, %d lost, %d shown by edits alone, %d still waiting; %d messages to read,"
                        + " %d of them doubled, %d not true at the end, %d outdated when sent, %d out of order; at most"
                        + " %d in a channel after the last spell",
                incidents,
                deliveries.withNetwork(),
                deliveries.owed(),
                deliveries.lost(),
                deliveries.inPlace(),
                deliveries.waiting(),
                messages.all(),
                messages.doubled(),
                messages.untrue(),
                messages.stale(),
                messages.early(),
                messages.most());
    }
}
