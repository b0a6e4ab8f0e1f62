package dev.tocsin.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.xbill.DNS.ResolverConfig;

/**
 * The name servers this machine uses, the one that answered last first. They are read anew now and then, since a
 * machine may move to another network while the bot runs. Safe for use by many threads.
 */
final class SystemServers {
    private static final Duration REREAD = Duration.ofSeconds(30);

    private final Supplier<List<InetSocketAddress>> source;
    private List<InetSocketAddress> servers = List.of();
    private boolean read;
    private long readAt;

    SystemServers() {
        this(() -> {
            ResolverConfig.refresh();
            return ResolverConfig.getCurrentConfig().servers();
        });
    }

    /** Those that this source names. */
    SystemServers(Supplier<List<InetSocketAddress>> source) {
        this.source = source;
    }

    /** The servers at this tick; never empty. */
    synchronized List<InetSocketAddress> at(long nanos) {
        if (!read) {
            read = true;
            readAt = nanos;
            servers = source.get();
        } else if (nanos - readAt > REREAD.toNanos()) {
            readAt = nanos;
            List<InetSocketAddress> now = source.get();
            servers = now.size() == servers.size() && servers.containsAll(now) ? servers : now;
        }
        return servers;
    }

    synchronized void answered(InetAddress from) {
        if (servers.size() < 2 || from.equals(servers.getFirst().getAddress())) {
            return;
        }
        for (int i = 1; i < servers.size(); i++) {
            if (from.equals(servers.get(i).getAddress())) {
                List<InetSocketAddress> turned = new ArrayList<>(servers);
                Collections.swap(turned, 0, i);
                servers = turned;
                return;
            }
        }
    }
}
