package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alongside.access.MeService;
import org.alongside.access.MeService.Me;
import org.alongside.access.Role;
import org.alongside.access.SignIn;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Person;
import org.alongside.web.frame.Place;
import org.alongside.web.frame.SignedIn;
import org.alongside.worklist.WorklistService;
import org.alongside.worklist.WorklistService.Glance;

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

    private Optional<Glance> here;

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
        Map<Place, Integer> waiting = new EnumMap<>(Place.class);
        here().flatMap(Glance::work).ifPresent(many -> waiting.put(Place.WORK, many));
        here().flatMap(Glance::incoming).ifPresent(many -> waiting.put(Place.INCOMING, Math.toIntExact(many)));
        return waiting;
    }

    @Override
    public List<Emergency> emergencies() {
        return here().map(Glance::emergencies).orElse(List.of()).stream()
                .map(open -> new Emergency(
                        open.id().toString(), open.caseId().toString(), open.code(), open.since(), open.until()))
                .toList();
    }

    /** The worker behind the request, with the roles of this sign-in. */
    public Optional<Me> worker() {
        return here().map(Glance::me);
    }

    private Optional<Glance> here() {
        if (here == null) {
            here = signIn.known() ? find() : Optional.empty();
        }
        return here;
    }

    private Optional<Glance> find() {
        try {
            return Optional.of(worklist.glance());
        } catch (Refusal noWorkerHere) {
            return Optional.empty();
        } catch (RuntimeException uncounted) {
            Me alone = me.me(); // fails too where the database is away, which is told elsewhere
            LOG.log(
                    Logger.Level.WARNING,
                    "Not counted: {0}",
                    uncounted.getClass().getName());
            return Optional.of(new Glance(alone, Optional.empty(), Optional.empty(), List.of()));
        }
    }
}
