package org.alongside.web.worklist;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.alongside.worklist.WorkItem;

/**
 * A task as My work shows it.
 *
 * @param page where it is done, a path below the context with its ids
 */
public record Todo(WorkItem item, String page) {
    private static final String REFERRAL = "/referral/one.xhtml?referral=";
    private static final String ANSWER = "/referral/decide.xhtml?referral=";
    private static final String FILE = "/casefile/file.xhtml?case=";
    private static final String CLOSE = "/casefile/close.xhtml?case=";
    private static final String EMERGENCY = "/emergency/%s.xhtml?emergency=%s";
    private static final String DISCLOSURE = "/disclosure/one.xhtml?disclosure=";
    private static final String ALERT = "/safety/alert.xhtml?alert=";
    private static final String REOPEN = "/casefile/reopen.xhtml?case=";
    private static final String ATTEST = "/attestation/attest.xhtml?attestation=";
    private static final String SHARED = "/consent/shared.xhtml?case=";

    private static final Set<String> ON_THE_BED = Set.of(
            "placement.find-bed",
            "placement.ask-her",
            "placement.let-in",
            "placement.expect-back",
            "placement.see-if-missing");

    /** Tasks that are done anywhere but on the page of the referral they are about. */
    private static final Map<String, Function<WorkItem, String>> ELSEWHERE = Map.ofEntries(
            Map.entry("attestation.attest", item -> ATTEST + item.task().subject()),
            Map.entry(
                    "attestation.ask-again",
                    item -> SHARED + item.about().map(WorkItem.AboutCase::id).orElseThrow()),
            Map.entry("case.approve", item -> CLOSE + item.task().subject()),
            Map.entry("case.change-closing", item -> CLOSE + item.task().subject()),
            Map.entry("case.change-overdue", item -> CLOSE + item.task().subject()),
            Map.entry("case.take-up", item -> REOPEN + item.task().subject()),
            Map.entry("referral.answer", item -> ANSWER + item.task().subject()),
            Map.entry("referral.overdue", item -> ANSWER + item.task().subject()),
            Map.entry(
                    "referral.review-waiting-list", item -> ANSWER + item.task().subject()),
            Map.entry("referral.look-at-overdue", item -> "/referral/overdue.xhtml"),
            Map.entry(
                    "emergency.agree",
                    item -> EMERGENCY.formatted("one", item.task().subject())),
            Map.entry(
                    "emergency.review",
                    item -> EMERGENCY.formatted("review", item.task().subject())),
            Map.entry(
                    "emergency.review-overdue",
                    item -> EMERGENCY.formatted("misuse", item.task().subject())),
            Map.entry(
                    "emergency.talk",
                    item -> EMERGENCY.formatted("misuse", item.task().subject())),
            Map.entry(
                    "emergency.check-login",
                    item -> EMERGENCY.formatted("misuse", item.task().subject())),
            Map.entry(
                    "emergency.tell",
                    item -> EMERGENCY.formatted("tell", item.task().subject())),
            Map.entry(
                    "emergency.telling-overdue",
                    item -> EMERGENCY.formatted("tell", item.task().subject())),
            Map.entry("safety-alert.look-at-unanswered", item -> "/safety/unanswered.xhtml"),
            Map.entry("risk.assess-again", item -> safety(item, "assess")),
            Map.entry("risk.assess-overdue", item -> safety(item, "of")),
            Map.entry("risk.reach-her", item -> safety(item, "of")),
            Map.entry("risk.reach-overdue", item -> safety(item, "of")),
            Map.entry("counselling.record", item -> "/counselling/week.xhtml"),
            Map.entry("counselling.record-overdue", Todo::caseload),
            Map.entry("supervision.meet", Todo::caseload),
            Map.entry("supervision.meet-overdue", Todo::caseload),
            Map.entry("caseload.look", Todo::caseload),
            Map.entry("overlooked.ask", item -> "/worklist/overlooked.xhtml"),
            Map.entry("incident.look", Todo::incident),
            Map.entry("incident.overdue", Todo::incident),
            Map.entry("incident.look-besides", Todo::incident),
            Map.entry("notification.notify", Todo::law),
            Map.entry("notification.overdue", Todo::law),
            Map.entry("care-plan.review", item -> plan(item, "review")),
            Map.entry("care-plan.review-overdue", item -> plan(item, "course")),
            Map.entry("care-plan.approve", item -> plan(item, "course")),
            Map.entry("care-plan.approval-overdue", item -> plan(item, "course")),
            Map.entry("care-plan.change-plan", item -> plan(item, "course")),
            Map.entry("care-plan.change-overdue", item -> plan(item, "course")),
            Map.entry("handover.approve", Todo::offer),
            Map.entry("handover.look", Todo::offer),
            Map.entry("handover.settle", Todo::offer),
            Map.entry(
                    "handover.answer",
                    item -> "/handover/answer.xhtml?handover=" + item.task().subject()));

    static Todo of(WorkItem item) {
        if (item.task().kind().startsWith("placement")) {
            return new Todo(item, housing(item));
        }
        if (item.task().kind().startsWith("missing.")) {
            return new Todo(item, missing(item));
        }
        if (item.task().kind().startsWith("follow-up.")) {
            return new Todo(
                    item, "/afterwards/one.xhtml?followup=" + item.task().subject());
        }
        if (item.task().kind().startsWith("reintegration.")) {
            return new Todo(
                    item,
                    "/reintegration/one.xhtml?reintegration=" + item.task().subject());
        }
        if (item.task().kind().startsWith("restriction.")) {
            return new Todo(
                    item, "/housing/limits.xhtml?restriction=" + item.task().subject());
        }
        if (item.task().kind().startsWith("interview.")) {
            return new Todo(item, "/interview/of.xhtml?case=" + caseOf(item));
        }
        if (item.order().isPresent() && item.about().isEmpty()) {
            return new Todo(item, "/courtorder/lawyers.xhtml");
        }
        if (item.task().kind().startsWith("court-order.")) {
            return new Todo(item, "/courtorder/of.xhtml?case=" + caseOf(item));
        }
        if (item.task().kind().equals("threat.read")) {
            return new Todo(item, "/police/threats.xhtml?case=" + caseOf(item));
        }
        if (item.task().kind().startsWith("threat.")) {
            return new Todo(item, FILE + caseOf(item));
        }
        if (item.task().kind().equals("non-punishment.defend")) {
            return new Todo(item, "/defence/of.xhtml?case=" + caseOf(item));
        }
        if (item.task().kind().startsWith("non-punishment.")) {
            return new Todo(item, FILE + caseOf(item));
        }
        if (item.task().kind().startsWith("urgent-care.")) {
            return new Todo(item, "/healthcare/of.xhtml?case=" + caseOf(item));
        }
        if (item.task().kind().startsWith("hearing.")
                || item.task().kind().startsWith("legal-deadline.")
                || item.task().kind().startsWith("counsel.")) {
            return new Todo(item, "/proceeding/of.xhtml?case=" + caseOf(item));
        }
        if (item.task().kind().startsWith("measure.")) {
            return new Todo(item, "/outcome/of.xhtml?case=" + caseOf(item));
        }
        if (item.task().kind().startsWith("recovery.")) {
            return new Todo(item, "/identification/of.xhtml?case=" + caseOf(item));
        }
        if (item.task().kind().startsWith("job-retention.")) {
            return new Todo(item, "/livelihood/of.xhtml?case=" + caseOf(item));
        }
        if (item.task().kind().startsWith("weekly-talk.")) {
            return new Todo(
                    item,
                    "/housing/of.xhtml?case="
                            + item.about().map(about -> about.id().toString()).orElse(""));
        }
        String otherwise = item.task().kind().startsWith("referral.")
                ? REFERRAL
                : item.task().kind().startsWith("disclosure.")
                        ? DISCLOSURE
                        : item.task().kind().startsWith("safety-alert.") ? ALERT : FILE;
        return new Todo(
                item,
                ELSEWHERE
                        .getOrDefault(
                                item.task().kind(),
                                one -> otherwise + one.task().subject())
                        .apply(item));
    }

    private static String caseOf(WorkItem item) {
        return item.about().map(about -> about.id().toString()).orElse("");
    }

    /** Whoever gives the bed does it on the page of the placement; what is done beside it has a page for who leads, too. */
    private static String housing(WorkItem item) {
        String kind = item.task().kind();
        if (kind.startsWith("placement-gap.")) {
            return "/housing/tonight.xhtml?case="
                    + item.about().map(about -> about.id().toString()).orElse("");
        }
        String page = ON_THE_BED.contains(kind) ? "placement" : "steps";
        return "/housing/" + page + ".xhtml?placement=" + item.task().subject();
    }

    private static String missing(WorkItem item) {
        String page = item.task().kind().startsWith("missing.report") ? "police" : "of";
        return "/missing/" + page + ".xhtml?missing=" + item.task().subject();
    }

    private static String caseload(WorkItem item) {
        return "/counselling/caseload.xhtml";
    }

    private static String incident(WorkItem item) {
        return "/logbook/incident.xhtml?incident=" + item.task().subject();
    }

    private static String law(WorkItem item) {
        return "/identification/notify.xhtml?case="
                + item.about().map(about -> about.id().toString()).orElse("");
    }

    private static String plan(WorkItem item, String page) {
        return "/careplan/" + page + ".xhtml?case="
                + item.about().map(about -> about.id().toString()).orElse("");
    }

    private static String safety(WorkItem item, String page) {
        return "/safety/" + page + ".xhtml?case="
                + item.about().map(about -> about.id().toString()).orElse("");
    }

    private static String offer(WorkItem item) {
        return "/handover/offer.xhtml?case="
                + item.about().map(about -> about.id().toString()).orElse("");
    }
}
