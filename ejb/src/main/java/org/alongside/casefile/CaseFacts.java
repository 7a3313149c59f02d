package org.alongside.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.alongside.access.CallerContext;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The few facts of a file on which consents and referrals depend, read as the caller and as far as they may. */
@ApplicationScoped
public class CaseFacts {
    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    /** The facts; refuses as not there where the caller may not read who she is. */
    public Facts of(CaseId caseId) {
        Instant now = callers.caller().now();
        return Sql.of(em, """
                        select f.case_code, f.status, f.opened_at, lead_told(f.case_id), im.child, im.age_band, i.age_basis, i.stated_age, i.birth_date,
                               i.maybe_child, d.sex, d.region, array_to_string(d.accessibility, ','), dm.language, dm.interpreter,
                               array_to_string(sm.constraints, ','), sm.risk_level,
                               (select string_agg(e.relation, ',') from excluded_person e where e.case_id = f.case_id),
                               exists (select from child_notification n where n.case_id = f.case_id)
                          from case_file f
                          join identity_minimum im using (case_id)
                          join identity i using (case_id)
                          join demographics d using (case_id)
                          join demographics_minimum dm using (case_id)
                          join safety_minimum sm using (case_id)
                         where f.case_id = :case
                        """)
                .with("case", caseId.value())
                .first(row -> {
                    Age age = new Age(row.text(6), row.has(7) ? row.number(7) : null, row.date(8), row.yes(9));
                    return new Facts(
                            row.text(0),
                            row.text(1),
                            row.instant(2),
                            row.has(3) ? new OrganisationId(row.uuid(3)) : null,
                            row.yes(4) && age.child(now),
                            age.band(now),
                            age.years(now),
                            row.text(10),
                            row.text(11),
                            row.codes(12),
                            row.text(13),
                            row.text(14),
                            row.codes(15),
                            row.text(16),
                            Set.copyOf(row.codes(17)),
                            row.yes(18));
                })
                .orElseThrow(Refusal::notThere);
    }

    /**
     * What consents and referrals need to know of her.
     *
     * @param age best known age in whole years
     * @param excludedRelations relations of those who never consent for her
     * @param authorityNotified whether the child authority was told
     */
    public record Facts(
            String code,
            String status,
            Instant openedAt,
            OrganisationId lead,
            boolean child,
            String ageBand,
            OptionalInt age,
            String sex,
            String region,
            List<String> accessibility,
            String language,
            String interpreter,
            List<String> constraints,
            String risk,
            Set<String> excludedRelations,
            boolean authorityNotified) {
        private static final Set<String> CLOSED = Set.of("CLOSED", "CLOSED_TRANSFERRED", "DUPLICATE", "ANONYMISED");

        /** Refuses what is new in a file that is closed; the database asks the same a second time. */
        public void requireOpen() {
            if (CLOSED.contains(status)) {
                throw Refusal.wrongState("case-closed");
            }
        }
    }
}
