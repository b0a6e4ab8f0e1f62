package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the bot has not confirmed yet, and the poll that waits for more. An update is handed out again and again until a
 * poll asks for one behind it.
 */
public final class Updates {
    private static final int MOST = 100;
    /** Where a poll asks for one so far ahead, Telegram begins anew with the oldest. */
    private static final int AHEAD = 10;

    private static final Set<String> ON_REQUEST = Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final World world;
    private final TreeMap<Integer, ObjectNode> waiting = new TreeMap<>();
    private final Map<Integer, Integer> deliveries = new TreeMap<>();
    private Set<String> allowed = Set.of();
    private int next = 700_000_001;
    private int poll;
    private int open;
    private int conflicts;
    private String webhook = "";

    Updates(World world) {
        this.world = world;
    }

    /** How many the bot has not confirmed. */
    public int unconfirmed() {
        return world.with(waiting::size);
    }

    /** How often the update was handed out. */
    public int deliveries(int update) {
        return world.with(() -> deliveries.getOrDefault(update, 0));
    }

    /** The id that the next update will have. */
    public int nextId() {
        return world.with(() -> next);
    }

    /** Ids go on from there: after a week without updates Telegram draws a new one, which may be lower. */
    public void restartIds(int at) {
        world.change(() -> next = at);
    }

    /** How many polls were ended by a later one. A poll whose bot is gone counts too: the fake cannot see that. */
    public int conflicts() {
        return world.with(() -> conflicts);
    }

    /** Whether a poll waits now. */
    public boolean isPolled() {
        return world.with(() -> open > 0);
    }

    /** Somebody else polls with the same token, once. */
    public void otherPoller() {
        world.change(this::supersede);
    }

    /** Somebody has set a webhook, so that polls are refused until it is deleted. */
    public void webhook(String address) {
        world.change(() -> webhook = address);
    }

    /** Under the world's lock; kinds that the bot has not asked for are dropped. */
    void add(String kind, JsonNode what) {
        boolean wanted = allowed.isEmpty() ? !ON_REQUEST.contains(kind) : allowed.contains(kind);
        if (wanted) {
            ObjectNode update = FakeJson.object().put("update_id", next);
            update.set(kind, what);
            waiting.put(next, update);
            next++;
        }
    }

    Map<String, Methods.Method> all() {
        return Map.of(
                "getUpdates",
                this::updates,
                "deleteWebhook",
                given -> {
                    webhook = "";
                    if (given.isSet("drop_pending_updates")) {
                        waiting.clear();
                    }
                    return Methods.TRUE;
                },
                "getWebhookInfo",
                given -> FakeJson.object()
                        .put("url", webhook)
                        .put("has_custom_certificate", false)
                        .put("pending_update_count", waiting.size()));
    }

    private JsonNode updates(Parameters given) {
        if (!webhook.isEmpty()) {
            throw new Refusal(FakeError.WEBHOOK_IS_SET);
        }
        JsonNode kinds = given.structure("allowed_updates");
        if (kinds.isArray()) {
            allowed = new HashSet<>();
            kinds.forEach(kind -> allowed.add(kind.asText()));
        }
        supersede();
        int mine = poll;
        int from = confirm(given.number("offset").orElse(0));
        int limit = Math.clamp(given.number("limit").orElse(MOST), 1, MOST);
        open++;
        try {
            Duration patience = Duration.ofSeconds(given.number("timeout").orElse(0));
            return FakeJson.array(
                    world.watch(patience, () -> batch(mine, from, limit)).orElse(List.of()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(FakeError.INTERNAL);
        } finally {
            open--;
        }
    }

    private void supersede() {
        poll++;
        conflicts += open;
    }

    /** Forgets what lies before the offset; where the batch begins. */
    private int confirm(long offset) {
        if (offset < 0) {
            int from = (int) (next + offset);
            waiting.headMap(from).clear();
            return from;
        }
        if (offset <= next + AHEAD) {
            waiting.headMap((int) offset).clear();
        }
        return (int) offset;
    }

    private Optional<List<ObjectNode>> batch(int mine, int from, int limit) {
        if (mine != poll) {
            throw new Refusal(FakeError.OTHER_POLLER);
        }
        Map<Integer, ObjectNode> found = from > next + AHEAD ? waiting : waiting.tailMap(from);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> ids = found.keySet().stream().limit(limit).toList();
        ids.forEach(id -> deliveries.merge(id, 1, Integer::sum));
        return Optional.of(ids.stream().map(found::get).toList());
    }
}
