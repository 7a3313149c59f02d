package org.alongside.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.guardian.Guardians;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** The records of a file, a table a category: writes them at intake, and changes them with what changed kept by field. */
@ApplicationScoped
class CaseRecords {
    @PersistenceContext
    EntityManager em;

    @Inject
    NameIndex names;

    @Inject
    Guardians guardians;

    void write(CaseId caseId, NewCase intake, Caller caller) {
        Instant now = caller.now();
        Age age = intake.age();
        boolean child = age.child(now);
        UUID id = caseId.value();
        insert("identity_minimum (case_id, preferred_name, age_band, child) values (:case, :name, :band, :child)", id)
                .with("name", intake.name().preferred().strip())
                .with("band", age.band(now))
                .with("child", child)
                .change();
        insert("""
                        identity (case_id, given_name, family_name, age_basis, stated_age, birth_date, maybe_child)
                        values (:case, :given, :family, :basis, :stated, :birth, :maybe)
                        """, id)
                .with("given", stripped(intake.name().given()))
                .with("family", stripped(intake.name().family()))
                .with("basis", age.basis())
                .with("stated", age.stated() == null ? null : age.stated().shortValue())
                .with("birth", age.birthDate())
                .with("maybe", age.maybeChild())
                .change();
        names.write(caseId, intake.name());
        if (child) {
            writeChild(id, intake, caller);
        }
        insert("""
                        contact (case_id, channel, value, safe_hours, leave_message, cover_story, never)
                        values (:case, :channel, :value, :hours, :leave, :cover, :never)
                        """, id)
                .with("channel", intake.contact().channel())
                .with("value", stripped(intake.contact().value()))
                .with("hours", stripped(intake.contact().safeHours()))
                .with("leave", intake.contact().leaveMessage())
                .with("cover", stripped(intake.contact().coverStory()))
                .with("never", stripped(intake.contact().never()))
                .change();
        insert("demographics_minimum (case_id, language, interpreter) values (:case, :language, :interpreter)", id)
                .with("language", intake.language().code())
                .with("interpreter", intake.language().interpreter())
                .change();
        insert(
                        "demographics (case_id, sex, gender, citizenship, region, accessibility) values (:case, :sex, :gender, :citizenship, :region, :access)",
                        id)
                .with("sex", intake.person().sex())
                .with("gender", intake.person().gender())
                .with("citizenship", intake.person().citizenship())
                .with("region", intake.person().region())
                .with("access", intake.person().accessibility())
                .change();
        writeExperience(id, intake, caller, child);
        insert(
                        "safety_minimum (case_id, risk_level, in_danger, constraints) values (:case, :risk, :danger, :constraints)",
                        id)
                .with("risk", intake.safety().inDanger() ? "IMMEDIATE" : "HIGH")
                .with("danger", intake.safety().inDanger())
                .with("constraints", intake.constraints())
                .change();
        insert("safety (case_id, danger_note) values (:case, :note)", id)
                .with("note", stripped(intake.safety().note()))
                .change();
        for (String need : intake.needs()) {
            insert("""
                            immediate_need (case_id, need, wish, recorded_at, recorded_by)
                            values (:case, :need, :wish, :now, :worker)
                            """, id)
                    .with("need", need)
                    .with("wish", stripped(intake.wish()))
                    .with("now", now)
                    .with("worker", caller.worker().value())
                    .change();
        }
        insert("""
                        record_to_keep (case_id, giver, medium, language, given_at, recorded_by, limits_explained)
                        values (:case, :giver, :medium, :language, :now, :worker, true)
                        """, id)
                .with("giver", intake.agreement().giver())
                .with("medium", intake.agreement().medium())
                .with("language", intake.language().code())
                .with("now", now)
                .with("worker", caller.worker().value())
                .change();
    }

    private void writeChild(UUID id, NewCase intake, Caller caller) {
        NewCase.Child child = intake.child();
        insert("""
                        child_protection (case_id, views, views_not_asked, assent, consent_giver, giver_right, giver_relation)
                        values (:case, :views, :why, :assent, :giver, :right, :relation)
                        """, id)
                .with("views", stripped(child.views()))
                .with("why", child.viewsNotAsked())
                .with("assent", child.assent())
                .with("giver", intake.agreement().giver())
                .with("right", child.giverRight())
                .with("relation", child.giverRelation())
                .change();
        StandsForHer.told(intake).ifPresent(told -> guardians.first(new CaseId(id), told, caller));
        for (NewCase.ExcludedPerson person : child.excluded()) {
            insert("""
                            excluded_person (case_id, excluded_person_id, relation, description, recorded_at, recorded_by)
                            values (:case, :id, :relation, :description, :now, :worker)
                            """, id)
                    .with("id", UUID.randomUUID())
                    .with("relation", person.relation())
                    .with("description", stripped(person.description()))
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .change();
        }
    }

    private void writeExperience(UUID id, NewCase intake, Caller caller, boolean child) {
        NewCase.Screening screening = intake.screening();
        insert(
                        "trafficking_experience (case_id, acts, means, purposes, controls, recruiter, months, outcome, situation,"
                                + " screened_at, screened_by) values (:case, :acts, :means, :purposes, :controls, :recruiter, :months, :outcome, :situation, :now, :worker)",
                        id)
                .with("acts", screening.acts())
                .with("means", child ? List.of("NOT_REQUIRED_CHILD") : screening.means())
                .with("purposes", screening.purposes())
                .with("controls", screening.controls())
                .with("recruiter", screening.recruiter())
                .with("months", screening.months())
                .with("outcome", screening.outcome())
                .with("situation", stripped(intake.situation()))
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** Keeps which fields changed with this version, without their values. */
    void keepChange(CaseId caseId, String record, int version, List<String> fields, Caller caller) {
        insert(
                        "record_change (case_id, change_id, record, version, fields, changed_at, changed_by) values (:case, :id, :record, :version, :fields, :now, :worker)",
                        caseId.value())
                .with("id", UUID.randomUUID())
                .with("record", record)
                .with("version", version)
                .with("fields", fields)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** The fields that changed since the version that somebody has before them. */
    List<String> changedSince(CaseId caseId, String record, int version) {
        return Sql.of(em, """
                        select distinct f from record_change, unnest(fields) f
                         where case_id = :case and record = :record and version > :version order by f
                        """)
                .with("case", caseId.value())
                .with("record", record)
                .with("version", version)
                .rows(row -> row.text(0));
    }

    private Sql insert(String into, UUID caseId) {
        return Sql.of(em, "insert into " + into).with("case", caseId);
    }

    static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
