package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.alongside.access.MeService;
import org.alongside.access.MeService.Me;
import org.alongside.access.Permission;
import org.alongside.access.Role;
import org.alongside.access.SignIn;
import org.alongside.referral.IncomingService;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Person;
import org.alongside.web.frame.Place;
import org.alongside.web.frame.SignedIn;
import org.alongside.worklist.WorklistService;

/** Tells the frame who signed in and how much waits for them; asked once a request, and no page fails for want of a number. */
@RequestScoped
public class WhoIsHere implements SignedIn {
    private static final Logger LOG = System.getLogger(WhoIsHere.class.getName());

    @Inject
    SignIn signIn;

    @EJB
    MeService me;

    @EJB
    WorklistService worklist;

    @EJB
    IncomingService incoming;

    private Optional<Me> worker;
    private Map<Place, Integer> waiting;

    /** Empty for those who have not signed in, and for those who have and do not work here. */
    @Override
    public Optional<Person> person() {
        return worker().map(one -> new Person(
                one.name(),
                one.organisationName(),
                one.roles().stream().map(Role::name).collect(Collectors.toSet()),
                Optional.ofNullable(one.locale()).map(Locale::forLanguageTag),
                ZoneId.of(one.zone())));
    }

    @Override
    public Map<Place, Integer> waiting() {
        if (waiting == null) {
            waiting = new EnumMap<>(Place.class);
            count(Place.WORK, Permission.READ_WORKLIST, worklist::countMyWork);
            count(Place.INCOMING, Permission.READ_INCOMING, incoming::countWaiting);
        }
        return waiting;
    }

    /** The worker behind the request, with the roles of this sign-in. */
    public Optional<Me> worker() {
        if (worker == null) {
            worker = signIn.known() ? find() : Optional.empty();
        }
        return worker;
    }

    private Optional<Me> find() {
        try {
            return Optional.of(me.me());
        } catch (Refusal noWorkerHere) {
            return Optional.empty();
        }
    }

    private void count(Place place, Permission needed, LongSupplier number) {
        boolean theirs = worker().stream().flatMap(one -> one.roles().stream()).anyMatch(needed.roles()::contains);
        if (!theirs) {
            return;
        }
        try {
            waiting.put(place, Math.toIntExact(number.getAsLong()));
        } catch (RuntimeException uncounted) {
            LOG.log(
                    Logger.Level.WARNING,
                    "Not counted: {0}, {1}",
                    place,
                    uncounted.getClass().getName());
        }
    }
}
