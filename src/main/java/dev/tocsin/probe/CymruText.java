package dev.tocsin.probe;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.target.AddressRange;
import java.net.Inet4Address;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what Team Cymru's service answers: {@code 3561 | 216.88.0.0/14 | US | arin | 1998-09-25} of an address, {@code
 * 13335 | US | arin | 2010-07-14 | CLOUDFLARENET - Cloudflare, Inc., US} of a system. What is not exactly so is passed
 * over. Pure.
 */
final class CymruText {
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_NAME = 100;

    /** Shorter ranges are announced by nobody; one would put half the internet into one network. */
    private static final int LEAST_4 = 8;

    private static final int LEAST_6 = 16;

    private static final String REGISTRATION =
            " \\| ?(?<country>[A-Z]{2})? \\| ?[a-z]{0,20} \\| ?(?:\\d{4}-\\d\\d-\\d\\d)?";
    private static final Pattern ORIGIN =
            Pattern.compile("(?<systems>\\d{1,10}(?: \\d{1,10}){0,15}) \\| (?<prefix>[0-9a-fA-F.:]{2,45}/\\d{1,3})"
                    + REGISTRATION + " ?");
    private static final Pattern NAME =
            Pattern.compile("(?<system>\\d{1,10})" + REGISTRATION + " \\| (?<name>[^\\p{C}]{1,400})");

    private CymruText() {}

    /**
     * Who announces the address: of the lines that are about it, those of the longest prefix decide. Empty where no line
     * can be read.
     */
    static Optional<Announcement> origin(List<String> lines, Address address) {
        List<Announcement> read =
                lines.stream().flatMap(line -> origin(line, address)).toList();
        return read.stream()
                .max(Comparator.comparingInt(one -> one.prefix().bits()))
                .map(longest -> new Announcement(
                        longest.prefix(),
                        read.stream()
                                .filter(one -> one.prefix().equals(longest.prefix()))
                                .flatMap(one -> one.systems().stream())
                                .distinct()
                                .sorted()
                                .toList(),
                        longest.registered(),
                        Optional.empty()));
    }

    /** What the system is called; empty where no line says so. */
    static Optional<String> name(List<String> lines, long system) {
        return lines.stream()
                .filter(line -> line.length() <= LONGEST_LINE)
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .filter(line -> Long.parseLong(line.group("system")) == system)
                .map(line -> line.group("name").strip())
                .filter(name -> !name.isEmpty())
                .map(name -> name.length() <= LONGEST_NAME
                        ? name
                        : name.substring(0, LONGEST_NAME).strip())
                .findFirst();
    }

    private static Stream<Announcement> origin(String line, Address address) {
        Matcher form = ORIGIN.matcher(line.length() <= LONGEST_LINE ? line : "");
        if (!form.matches()) {
            return Stream.empty();
        }
        List<Long> systems = Arrays.stream(form.group("systems").split(" "))
                .map(Long::valueOf)
                .toList();
        boolean numbered = systems.stream().allMatch(one -> one >= 1 && one <= Announcement.HIGHEST_SYSTEM);
        int least = address.inet() instanceof Inet4Address ? LEAST_4 : LEAST_6;
        return AddressRange.parse(form.group("prefix"))
                .filter(prefix -> numbered && prefix.bits() >= least && address.isIn(prefix))
                .map(prefix ->
                        new Announcement(prefix, systems, Optional.ofNullable(form.group("country")), Optional.empty()))
                .stream();
    }
}
