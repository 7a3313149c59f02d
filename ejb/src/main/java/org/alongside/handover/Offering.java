package org.alongside.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.alongside.access.Caller;
import org.alongside.casefile.CaseFacts;
import org.alongside.shared.CaseId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Sql;

/** Writes an offer of the lead down: the card first, the case behind it second, the checklist last. */
@ApplicationScoped
class Offering {
    @PersistenceContext
    EntityManager em;

    void write(
            HandoverId id, CaseId caseId, NewHandover asked, CaseFacts.Facts survivor, OpenWork open, Caller caller) {
        writeCard(id, asked, survivor, open, caller);
        Sql.of(em, "insert into handover (handover_id, case_id, message) values (:id, :case, :message)")
                .with("id", id.value())
                .with("case", caseId.value())
                .with(
                        "message",
                        asked.message() == null || asked.message().isBlank()
                                ? (String) null
                                : asked.message().strip())
                .change();
        for (NewHandover.Item item : asked.items()) {
            Sql.of(
                            em,
                            "insert into handover_item (handover_id, case_id, item, not_done) values (:id, :case, :item, :why)")
                    .with("id", id.value())
                    .with("case", caseId.value())
                    .with("item", item.item())
                    .with("why", item.notDone())
                    .change();
        }
    }

    private void writeCard(HandoverId id, NewHandover asked, CaseFacts.Facts survivor, OpenWork open, Caller caller) {
        Sql.of(em, """
                        insert into handover_card (handover_id, from_organisation_id, to_organisation_id, reason, age_band, sex, child, language,
                                                   interpreter, accessibility, region, constraints, open_referrals, open_steps, open_hearings,
                                                   status, proposed_at, proposed_by)
                        values (:id, :from, :to, :reason, :age, :sex, :child, :language, :interpreter, :accessibility, :region, :constraints,
                                :referrals, :steps, :hearings, 'PROPOSED', :now, :worker)
                        """)
                .with("id", id.value())
                .with("from", caller.organisation().value())
                .with("to", asked.to().value())
                .with("reason", asked.reason())
                .with("age", survivor.ageBand())
                .with("sex", survivor.sex())
                .with("child", survivor.child())
                .with("language", survivor.language())
                .with("interpreter", survivor.interpreter())
                .with("accessibility", survivor.accessibility())
                .with("region", survivor.region())
                .with("constraints", survivor.constraints())
                .with("referrals", open.referrals() + open.searches())
                .with("steps", open.steps())
                .with("hearings", open.hearings())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }
}
