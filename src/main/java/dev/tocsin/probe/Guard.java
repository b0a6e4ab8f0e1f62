package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.HostText;
import dev.tocsin.core.target.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Where one look may go. Every address passes here on its way from a resolver, and again when it is connected to. */
final class Guard {
    static final Guard OPEN = new Guard(AddressPolicy.PUBLIC, Reach.ANYWHERE);

    private final AddressPolicy policy;
    private final Reach reach;

    Guard(AddressPolicy policy, Reach reach) {
        this.policy = policy;
        this.reach = reach;
    }

    /** Something that the policy forbids. */
    static final class Forbidden extends IOException {
        private static final long serialVersionUID = 1L;

        Forbidden(String why) {
            super(why);
        }
    }

    /** Whether there is anything it does not admit. */
    boolean isClosed() {
        return reach == Reach.PUBLIC;
    }

    /** The addresses that may be used of those a host led to. */
    List<InetAddress> sift(String host, List<InetAddress> addresses) throws IOException {
        if (reach == Reach.ANYWHERE) {
            return addresses;
        }
        List<InetAddress> open =
                addresses.stream().filter(one -> policy.refusal(one).isEmpty()).toList();
        if (!open.isEmpty()) {
            return open;
        }
        String why = addresses.stream()
                .flatMap(one -> policy.refusal(one).stream())
                .findFirst()
                .orElse("no address");
        if (HostText.read(host).literal().isPresent()) {
            throw new Forbidden(why);
        }
        throw new NameFailure(FailureKind.DNS_BOGON, why);
    }

    /** Throws where this address and port may not be connected to; port 0 stands for none. */
    void admit(InetAddress address, int port) throws IOException {
        if (reach == Reach.ANYWHERE) {
            return;
        }
        Optional<String> refusal = policy.refusal(address).or(() -> policy.refusal(port));
        if (refusal.isPresent()) {
            throw new Forbidden(refusal.get());
        }
    }

    /** Throws where a host spelled so may not be looked at, whatever it leads to. */
    void admit(String host, int port) throws IOException {
        if (reach == Reach.ANYWHERE) {
            return;
        }
        Optional<String> refusal = policy.refusal(host).or(() -> policy.refusal(port));
        if (refusal.isPresent()) {
            throw new Forbidden(refusal.get());
        }
    }
}
