package dev.tocsin.engine;

import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.network.Place;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is known now, from memory. Safe for use by many threads; no call blocks. */
public interface Situation {
    Vantage vantage();

    Roster roster();

    Optional<Standing> standing(TargetId target);

    /** Every target's standing, in no order. */
    Collection<Standing> standings();

    /** Where the target stands, as far as that is known. */
    Place place(TargetId target);

    /** By number, oldest first. */
    List<Incident> openIncidents();

    /** Mutes and maintenance that hold now or will, by id. */
    List<Mute> mutes();

    /** Those of the file and those of chat. */
    List<Subscription> subscriptions();

    Sight sight();

    Vitals vitals();

    /** What is wrong with the store now, in a sentence. */
    Optional<String> storeTrouble();
}
