package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.organisation.DirectoryService;
import org.alongside.organisation.DirectoryService.DirectoryQuery;
import org.alongside.organisation.ServiceOffer;
import org.alongside.referral.SuitableService;
import org.alongside.shared.Reason;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Text;
import org.alongside.web.worklist.WhoIsHere;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.OperationService;
import org.alongside.worklist.StaffTable;

/** Which kinds of help others offer, how fast they answer, and why one of them cannot be asked, in words. */
@Named
@RequestScoped
public class HelpOnOffer {
    /** The columns of the table of deadlines: answer within, run out after. */
    private static final int RESPOND = 1;

    private static final int EXPIRE = 3;

    @EJB
    private DirectoryService directory;

    @EJB
    private OperationService operation;

    @Inject
    private WhoIsHere who;

    @Inject
    private CodeWords codes;

    @Inject
    private Dates dates;

    @Inject
    private Text text;

    @Inject
    private Reasons reasons;

    private List<String> types;
    private Map<String, DecisionRow> deadlines;

    /** The kinds of help that somebody else offers, by their words. */
    public List<String> getTypes() {
        if (types == null) {
            List<String> offered = directory.services(new DirectoryQuery(null, null)).stream()
                    .filter(one -> who.worker()
                            .filter(me -> me.organisation().equals(one.organisation()))
                            .isEmpty())
                    .map(ServiceOffer::type)
                    .toList();
            types = codes.sorted("service_type").stream()
                    .filter(offered::contains)
                    .toList();
        }
        return types;
    }

    /** How soon an answer comes and when it runs out, from the table that coordinators own. */
    public String soon(Object urgency) {
        if (deadlines == null) {
            deadlines = operation.table(StaffTable.REFERRAL_DEADLINES).rows().stream()
                    .collect(Collectors.toMap(DecisionRow::when, row -> row));
        }
        List<String> times = deadlines.get(urgency.toString()).then();
        return text.of("referral.urgency.times", span(times.get(RESPOND)), span(times.get(EXPIRE)));
    }

    /**
     * Whether it can be chosen: nothing against it, or only that a child goes there with a parent alone. Faces also asks
     * between the rows, when there is none.
     */
    public boolean askable(SuitableService fit) {
        return fit != null && !fit.asked() && (fit.against().isEmpty() || withParent(fit));
    }

    /** Whether it is an adult shelter, which takes a child with a parent only. */
    public boolean withParent(SuitableService fit) {
        return fit != null
                && !fit.against().isEmpty()
                && fit.against().stream().allMatch(reason -> reason.code().equals("adult-shelter-for-a-child"));
    }

    /** One line about a service: why it cannot be asked, or what it is like. */
    public String about(SuitableService fit) {
        if (fit.asked()) {
            return text.get("reason.already-asked");
        }
        if (!askable(fit)) {
            return fit.against().stream().map(reasons::words).collect(Collectors.joining(" "));
        }
        return about(fit.service());
    }

    /** One line about a service: for whom, in which languages, where. */
    public String about(ServiceOffer service) {
        return Stream.of(
                        forWhom(service),
                        codes.words("language", service.languages()),
                        text.name("code.region", service.region()),
                        service.remote() ? text.get("referral.offer.remote") : "",
                        codes.words("accessibility", service.accessibility()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(". ", "", "."));
    }

    /** For whom: sex and age, in words. */
    public String forWhom(ServiceOffer service) {
        String sexes = service.sexes().isEmpty()
                ? text.get("referral.offer.everybody")
                : codes.words("sex_recorded", service.sexes());
        return sexes + text.get("frame.comma") + ages(service);
    }

    private String ages(ServiceOffer service) {
        Optional<Integer> from = service.minAge().filter(age -> age > 0);
        if (from.isPresent() && service.maxAge().isPresent()) {
            return text.of("referral.offer.ages", from.get(), service.maxAge().get());
        }
        return service.maxAge()
                .map(to -> text.of("referral.offer.agesTo", to))
                .or(() -> from.map(age -> text.of("referral.offer.agesFrom", age)))
                .orElseGet(() -> text.get("referral.offer.allAges"));
    }

    /** What stands against sending, in words that say which answer they mean. */
    public List<String> words(List<Reason> against) {
        return against.stream().map(this::words).distinct().toList();
    }

    private String words(Reason reason) {
        String own = "referral.against." + reason.field() + "." + reason.code();
        return text.containsKey(own) ? text.get(own) : reasons.words(reason);
    }

    private String span(String iso) {
        return dates.span(Duration.parse(iso));
    }
}
