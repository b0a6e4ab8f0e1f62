package dev.tocsin.chat.discord;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;

/**
 * Posts that were begun in forums without an answer. Discord takes no nonce for a post; the gateway tells of every one, so
 * one that got through is found there and not begun again. Safe for use by many threads.
 */
final class Posts {
    private static final int MOST = 1_000;

    /** By the delivery's key: the posts of that title that were there before. */
    private final Map<String, Set<Long>> unanswered = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<Long>> eldest) {
            return size() > MOST;
        }
    });

    /** Opens a post, unless an earlier attempt has. */
    Outcome open(IPostContainer forum, Letter letter, Supplier<Outcome> opening) {
        Set<Long> there = own(forum, letter.title());
        Set<Long> before = unanswered.get(letter.key());
        Optional<Long> appeared = before == null
                ? Optional.empty()
                : there.stream().filter(post -> !before.contains(post)).findFirst();
        Outcome outcome = appeared.map(Posts::first).orElseGet(opening);
        switch (outcome) {
            case Outcome.Posted(Place place) -> {
                unanswered.remove(letter.key());
                others(place.channel());
            }
            case Outcome.Failed(Trouble.Unknown why) -> unanswered.putIfAbsent(letter.key(), there);
            case Outcome.Failed(Trouble why) -> {}
        }
        return outcome;
    }

    /** What one delivery has opened is no other's. */
    private void others(long post) {
        synchronized (unanswered) {
            unanswered.values().forEach(before -> before.add(post));
        }
    }

    /** A post's first message has its id. */
    private static Outcome first(long post) {
        return new Outcome.Posted(new Place(post, post));
    }

    private static Set<Long> own(IPostContainer forum, String title) {
        long self = forum.getJDA().getSelfUser().getIdLong();
        return forum.getThreadChannels().stream()
                .filter(post -> post.getOwnerIdLong() == self && post.getName().equals(title))
                .map(ThreadChannel::getIdLong)
                .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
    }
}
