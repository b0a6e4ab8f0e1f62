package dev.tocsin.core.network;

import dev.tocsin.core.target.AddressRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses at which the sites of very many answer, wherever they are: content networks, and clouds whose front ends
 * cannot be told from the machines they rent out. Pure.
 *
 * @param systems autonomous systems, which only a lookup tells
 * @param ranges addresses, which tell without one
 */
public record SharedFrontEnds(Set<Long> systems, List<AddressRange> ranges) {
    /** Cloudflare, Akamai, Fastly, Google, Amazon, Microsoft, Imperva, Edgio, CDN77, Bunny, Gcore, Sucuri, others. */
    private static final Set<Long> LARGE = Set.of(
            13335L, 209242L, 12222L, 16625L, 16702L, 20940L, 21342L, 21357L, 32787L, 33905L, 35994L, 36183L, 54113L,
            15169L, 396982L, 16509L, 14618L, 8075L, 19551L, 15133L, 22822L, 60068L, 200325L, 199524L, 30148L, 36408L,
            57724L, 197068L);

    /** What Cloudflare (cloudflare.com/ips) and Fastly (api.fastly.com/public-ip-list) say of themselves. */
    private static final List<String> PUBLISHED = List.of(
            "173.245.48.0/20",
            "103.21.244.0/22",
            "103.22.200.0/22",
            "103.31.4.0/22",
            "141.101.64.0/18",
            "108.162.192.0/18",
            "190.93.240.0/20",
            "188.114.96.0/20",
            "197.234.240.0/22",
            "198.41.128.0/17",
            "162.158.0.0/15",
            "104.16.0.0/13",
            "104.24.0.0/14",
            "172.64.0.0/13",
            "131.0.72.0/22",
            "2400:cb00::/32",
            "2606:4700::/32",
            "2803:f800::/32",
            "2405:b500::/32",
            "2405:8100::/32",
            "2a06:98c0::/29",
            "2c0f:f248::/32",
            "23.235.32.0/20",
            "43.249.72.0/22",
            "103.244.50.0/24",
            "103.245.222.0/23",
            "103.245.224.0/24",
            "104.156.80.0/20",
            "140.248.64.0/18",
            "140.248.128.0/17",
            "146.75.0.0/17",
            "151.101.0.0/16",
            "157.52.64.0/18",
            "167.82.0.0/17",
            "167.82.128.0/20",
            "167.82.160.0/20",
            "167.82.224.0/20",
            "172.111.64.0/18",
            "185.31.16.0/22",
            "199.27.72.0/21",
            "199.232.0.0/16",
            "2a04:4e40::/32",
            "2a04:4e42::/32");

    private static final Pattern SYSTEM = Pattern.compile("AS(?<number>[1-9]\\d{0,9})");

    /** Those that hold unless the config names others. */
    public static final SharedFrontEnds USUAL = new SharedFrontEnds(
            LARGE,
            PUBLISHED.stream().map(one -> AddressRange.parse(one).orElseThrow()).toList());

    public SharedFrontEnds {
        systems = Set.copyOf(systems);
        ranges = List.copyOf(ranges);
    }

    /** Those spelled {@code AS13335} or {@code 104.16.0.0/13}; what is neither is passed over. */
    public static SharedFrontEnds of(List<String> spelled) {
        return new SharedFrontEnds(
                spelled.stream().flatMap(one -> system(one).stream()).collect(Collectors.toSet()),
                spelled.stream()
                        .flatMap(one -> AddressRange.parse(one).stream())
                        .toList());
    }

    /** Whether this spells a system or a range. */
    public static boolean isSpelling(String text) {
        return Stream.concat(system(text).stream(), AddressRange.parse(text).stream())
                .findFirst()
                .isPresent();
    }

    boolean holds(Address address) {
        return ranges.stream().anyMatch(address::isIn);
    }

    /** Whether any who announces it is such a system. */
    boolean holds(Announcement announcement) {
        return announcement.systems().stream().anyMatch(systems::contains);
    }

    boolean holds(long system) {
        return systems.contains(system);
    }

    private static Optional<Long> system(String text) {
        Matcher form = SYSTEM.matcher(text);
        return form.matches()
                ? Optional.of(Long.parseLong(form.group("number")))
                        .filter(number -> number <= Announcement.HIGHEST_SYSTEM)
                : Optional.empty();
    }
}
