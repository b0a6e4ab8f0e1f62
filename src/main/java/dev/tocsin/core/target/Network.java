package dev.tocsin.core.target;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A group of targets that share a network, and so can fail together.
 *
 * @param name what people call it
 * @param asn autonomous system number without "AS", where known
 * @param country what people call the country or place, where known
 * @param zone local time of the place the network serves
 */
public record Network(NetworkId id, String name, Optional<Long> asn, Optional<String> country, ZoneId zone) {}
