package org.alongside.housing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.housing.HousingView.Kin;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/** The door of who leads to her family: with whom she is placed, moved and leaves. No house says it by itself. */
@Stateless
@PermitAll
public class FamilyService {
    private static final int MOST = 20;

    @Inject
    CallerContext callers;

    @Inject
    Kinship kinship;

    /**
     * Says that she and these are one family, and everybody who is of it already. It counts once it is said of each of them, by whoever
     * leads their case; of those whom the caller leads it is said now. Saying it twice changes nothing.
     */
    @Requires(Permission.SAY_FAMILY)
    public void say(CaseId caseId, NewFamily family) {
        Caller caller = callers.caller();
        requireLead(caseId);
        Map<String, CaseId> named = kinship.byCode(family.codes());
        Check check = new Check()
                .that(!family.codes().isEmpty(), "codes", "missing")
                .that(family.codes().size() <= MOST, "codes", "too-many-at-once", MOST)
                .that(!named.containsValue(caseId), "codes", "named-twice");
        for (int at = 0; at < family.codes().size(); at++) {
            check.that(named.containsKey(family.codes().get(at)), "codes." + at, "case-not-open");
        }
        check.orRefuse();
        Set<CaseId> all = new HashSet<>(named.values());
        all.add(caseId);
        kinship.of(caseId).stream().map(Kin::caseId).forEach(all::add);
        kinship.say(kinship.open(all), caller);
    }

    /** Takes back that somebody is of her family: no house places the two together any more, and nobody shares a room by it. */
    @Requires(Permission.SAY_FAMILY)
    public void unsay(CaseId caseId, CaseId other) {
        requireLead(caseId);
        if (kinship.of(caseId).stream().map(Kin::caseId).noneMatch(other::equals)) {
            throw Refusal.notThere();
        }
        kinship.unsay(caseId, other);
    }

    private void requireLead(CaseId caseId) {
        if (!kinship.leads(caseId)) {
            throw Refusal.notAllowed("only-the-lead");
        }
    }

    /**
     * Who is of one family with her.
     *
     * @param codes codes of their cases
     */
    public record NewFamily(@NotNull List<String> codes) {
        public NewFamily {
            codes = codes == null
                    ? List.of()
                    : codes.stream()
                            // what no code can hold is no code
                            .map(code ->
                                    code == null || code.chars().anyMatch(Character::isISOControl) ? "" : code.strip())
                            .distinct()
                            .toList();
        }
    }
}
