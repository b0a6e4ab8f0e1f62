package dev.tocsin.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.DnsExpectation;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.HttpExpectation;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TlsTerms;
import dev.tocsin.sample.Samples;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The config comes first, a lookup second, the address last; a shared front end says nothing. */
class BasisTest {
    private static final NetworkId TAX = new NetworkId("tax");
    private static final Network TAX_OFFICE =
            new Network(TAX, "Tax office", Optional.of(64_501L), Optional.of("Albania"), ZoneOffset.UTC);
    private static final String PUBLIC = "216.90.108.31";

    private Optional<NetworkId> named = Optional.empty();
    private Optional<LookedUp> lookup = Optional.empty();
    private Grouping grouping = Grouping.PLAIN;
    private Check check = new Check.Tcp("x.example", 443);
    private Origin origin = Origin.FILE;

    @Test
    void whatTheTargetNamesComesFirst() {
        named = Optional.of(Samples.GOV.id());
        lookup = found("216.88.0.0/14", 3561);
        grouping = with(new Grouping.Prefix(range("216.90.108.0/24"), TAX));

        assertThat(placeAt(PUBLIC))
                .isEqualTo(declared("gov", new Group.OfSystem(5576), new Group.OfCountry("Albania")));
    }

    @Test
    void anOperatorStandsInPlaceOfTheSystem() {
        named = Optional.of(TAX);
        grouping = new Grouping(Map.of(TAX, "AKSHI"), List.of(), SharedFrontEnds.USUAL, Optional.empty());

        assertThat(placeAt(PUBLIC))
                .isEqualTo(declared("tax", new Group.OfOperator("AKSHI"), new Group.OfCountry("Albania")));
    }

    @Test
    void aPrefixOfTheConfigComesBeforeALookupAndTheLongestDecides() {
        lookup = found("216.88.0.0/14", 3561);
        grouping = with(
                new Grouping.Prefix(range("216.0.0.0/8"), Samples.GOV.id()),
                new Grouping.Prefix(range("216.90.108.0/24"), TAX));

        assertThat(placeAt(PUBLIC))
                .isEqualTo(declared("tax", new Group.OfSystem(64_501), new Group.OfCountry("Albania")));
        assertThat(placeAt("216.7.7.7"))
                .isEqualTo(declared("gov", new Group.OfSystem(5576), new Group.OfCountry("Albania")));
        assertThat(placeAt("10.7.7.7")).isInstanceOf(Place.Known.class);
    }

    @Test
    void aLookupGivesThePrefixAndTheSystemButNoCountry() {
        lookup = found("216.90.108.31/14", 3561);

        Place.Known place = (Place.Known) placeAt(PUBLIC);

        assertThat(place.groups())
                .containsExactly(new Group.Announced(range("216.88.0.0/14"), List.of(3561L)), new Group.OfSystem(3561));
        assertThat(place.source()).isEqualTo(Place.Source.LOOKED_UP);
        assertThat(place.network().text()).isEqualTo("AS3561 216.88.0.0/14");
    }

    @Test
    void aPrefixOfSeveralSystemsIsOfNoOneOperator() {
        lookup = found("216.88.0.0/14", 3561, 209);

        assertThat(((Place.Known) placeAt(PUBLIC)).groups())
                .containsExactly(new Group.Announced(range("216.88.0.0/14"), List.of(209L, 3561L)));
    }

    @Test
    void withoutALookupItIsNearItsNeighbours() {
        Place near = new Place.Known(
                List.of(new Group.Near(range("216.90.108.0/24"))), Place.Source.INFERRED, Optional.empty());

        assertThat(placeAt(PUBLIC)).isEqualTo(near);
        lookup = Optional.of(new LookedUp(address(PUBLIC), Optional.empty(), Samples.NOON));
        assertThat(placeAt(PUBLIC)).isEqualTo(near);
    }

    @Test
    void aSharedFrontEndSaysNothingWithALookupOrWithout() {
        assertThat(placeAt("104.16.1.1")).isEqualTo(new Place.Shared(Optional.empty()));
        assertThat(placeAt("2606:4700::1111")).isEqualTo(new Place.Shared(Optional.empty()));
        lookup = found("23.0.0.0/12", 20_940);
        assertThat(placeAt("23.1.2.3")).isEqualTo(new Place.Shared(lookup));
        lookup = found("23.0.0.0/12", 3561, 20_940);
        assertThat(placeAt("23.1.2.3")).isEqualTo(new Place.Shared(lookup));
    }

    @Test
    void anOperatorsWordGroupsBehindASharedFrontEndToo() {
        named = Optional.of(Samples.GOV.id());
        assertThat(placeAt("104.16.1.1")).isInstanceOf(Place.Known.class);
        named = Optional.empty();
        grouping = with(new Grouping.Prefix(range("104.16.1.0/24"), TAX));
        assertThat(placeAt("104.16.1.1")).isInstanceOf(Place.Known.class);
    }

    @Test
    void theSystemOfASharedFrontEndIsNobodysOperator() {
        named = Optional.of(TAX);
        grouping = new Grouping(Map.of(), List.of(), new SharedFrontEnds(Set.of(64_501L), List.of()), Optional.empty());

        assertThat(placeAt(PUBLIC)).isEqualTo(declared("tax", new Group.OfCountry("Albania")));
    }

    @Test
    void theAddressOfAProxyOrOfANameServerIsNotTheTargets() {
        check = new Check.Dns("gov.al", "NS", DnsExpectation.ANY, Route.DIRECT, Optional.empty());
        assertThat(placeAt(PUBLIC)).isEqualTo(new Place.Unknown());
        Route route = new Route(
                AddressOrder.IPV4_FIRST, Optional.empty(), Optional.of(URI.create("http://proxy.example:3128")));
        check = new Check.Http(
                URI.create("https://x.example/"),
                HttpAsk.GET,
                new HttpExpectation(Check.Http.WORKING, List.of(), Map.of()),
                TlsTerms.STRICT,
                route,
                Optional.empty());
        grouping = with(new Grouping.Prefix(range("216.90.108.0/24"), TAX));
        assertThat(placeAt(PUBLIC)).isEqualTo(new Place.Unknown());
    }

    @Test
    void thePracticeNetworkStandsWhereItSaysAlone() {
        origin = Origin.PRACTICE;
        assertThat(placeAt(PUBLIC)).isEqualTo(new Place.Unknown());
    }

    @Test
    void nothingIsKnownOfLoopbackNorBeforeAnAddressWasUsed() {
        assertThat(placeAt("127.0.0.1")).isEqualTo(new Place.Unknown());
        assertThat(place(Optional.empty())).isEqualTo(new Place.Unknown());
    }

    @Test
    void aNetworkThatIsNotDeclaredAnyMoreIsNone() {
        named = Optional.of(new NetworkId("gone"));
        assertThat(((Place.Known) placeAt(PUBLIC)).source()).isEqualTo(Place.Source.INFERRED);
    }

    @Test
    void everyGroupHasAKeyOfItsOwn() {
        assertThat(List.of(
                                new Group.Named(TAX),
                                new Group.OfOperator("tax"),
                                new Group.OfCountry("tax"),
                                new Group.OfSystem(3561),
                                new Group.Announced(range("216.88.0.0/14"), List.of(3561L)),
                                new Group.Near(range("216.88.0.0/14")))
                        .stream()
                        .map(Group::key))
                .containsExactly(
                        "network:tax",
                        "operator:tax",
                        "country:tax",
                        "system:AS3561",
                        "announced:AS3561 216.88.0.0/14",
                        "near:216.88.0.0/14");
    }

    private Place placeAt(String address) {
        return place(Optional.of(address(address)));
    }

    private Place place(Optional<Address> address) {
        return new Basis(target(), Map.of(TAX, TAX_OFFICE, Samples.GOV.id(), Samples.GOV), address, lookup, grouping)
                .place();
    }

    private Target target() {
        Target like = Samples.target("x");
        return new Target(
                like.id(),
                like.name(),
                check,
                named,
                like.tags(),
                like.severity(),
                like.pace(),
                like.confirm(),
                like.zone(),
                origin);
    }

    private static Place declared(String network, Group... above) {
        List<Group> groups = new ArrayList<>(List.of(new Group.Named(new NetworkId(network))));
        groups.addAll(List.of(above));
        return new Place.Known(groups, Place.Source.DECLARED, Optional.empty());
    }

    private static Grouping with(Grouping.Prefix... prefixes) {
        return new Grouping(Map.of(), List.of(prefixes), SharedFrontEnds.USUAL, Optional.empty());
    }

    private static Optional<LookedUp> found(String prefix, long... systems) {
        return Optional.of(new LookedUp(
                address(PUBLIC),
                Optional.of(new Announcement(
                        range(prefix), Arrays.stream(systems).boxed().toList(), Optional.of("US"), Optional.empty())),
                Samples.NOON));
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text).orElseThrow();
    }
}
