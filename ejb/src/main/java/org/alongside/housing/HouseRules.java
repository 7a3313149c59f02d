package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.housing.HouseRulesView.RulesText;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;

/** The collection of house rules, version by version, and to whom which was explained. */
@ApplicationScoped
class HouseRules {
    private static final String WRITTEN_MEANWHILE = "23505";

    @PersistenceContext
    EntityManager em;

    /** One version of the rules. */
    record Version(UUID id, int number) {}

    /** The newest version; empty where the manager has written none. */
    Optional<Version> newest(FacilityId house) {
        return Sql.of(
                        em,
                        "select house_rules_id, version from house_rules where facility_id = :house order by version desc limit 1")
                .with("house", house.value())
                .first(row -> new Version(row.uuid(0), row.number(1)));
    }

    Optional<Version> version(FacilityId house, int number) {
        return Sql.of(
                        em,
                        "select house_rules_id, version from house_rules where facility_id = :house and version = :version")
                .with("house", house.value())
                .with("version", number)
                .first(row -> new Version(row.uuid(0), row.number(1)));
    }

    HouseRulesView read(FacilityId house) {
        List<RulesText> texts =
                newest(house).map(version -> texts(version.id())).orElse(List.of());
        return Sql.of(em, """
                        select f.code_name, r.house_rules_id, r.version, r.written_at, w.name
                          from facility f
                          left join house_rules r on r.facility_id = f.facility_id
                               and r.version = (select max(n.version) from house_rules n where n.facility_id = f.facility_id)
                          left join worker w on w.worker_id = r.written_by
                         where f.facility_id = :house
                        """)
                .with("house", house.value())
                .first(row -> new HouseRulesView(
                        house,
                        row.text(0),
                        row.has(2) ? row.number(2) : 0,
                        row.when(3),
                        Optional.ofNullable(row.text(4)),
                        texts))
                .orElseThrow(Refusal::notThere);
    }

    private List<RulesText> texts(UUID rules) {
        return Sql.of(
                        em,
                        "select language, words from house_rules_text where house_rules_id = :rules order by language")
                .with("rules", rules)
                .rows(row -> new RulesText(row.text(0), row.text(1)));
    }

    /** Refuses as stale where somebody wrote another version in this moment. */
    int add(FacilityId house, NewHouseRules rules, Caller caller) {
        UUID id = UUID.randomUUID();
        int version = newest(house).map(Version::number).orElse(0) + 1;
        try {
            Sql.of(em, """
                            insert into house_rules (house_rules_id, facility_id, organisation_id, version, written_at, written_by)
                            values (:id, :house, :organisation, :version, :now, :worker)
                            """)
                    .with("id", id)
                    .with("house", house.value())
                    .with("organisation", caller.organisation().value())
                    .with("version", version)
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .change();
        } catch (Failed failed) {
            if (WRITTEN_MEANWHILE.equals(failed.state())) {
                throw Refusal.stale("rules-written-meanwhile");
            }
            throw failed;
        }
        rules.texts().forEach(text -> Sql.of(em, """
                        insert into house_rules_text (house_rules_id, facility_id, organisation_id, language, words)
                        values (:id, :house, :organisation, :language, :words)
                        """)
                .with("id", id)
                .with("house", house.value())
                .with("organisation", caller.organisation().value())
                .with("language", text.language())
                .with("words", text.words().strip())
                .run());
        return version;
    }

    /** She was told this version, read from the text that is nearest to the language in which she was told. */
    void told(PlacementId placement, Version version, String toldIn, Caller caller) {
        String from = HouseRulesView.nearest(texts(version.id()), toldIn)
                .map(RulesText::language)
                .orElseThrow();
        Sql.of(em, """
                        insert into rules_told (rules_told_id, placement_id, case_id, organisation_id, house_rules_id, version, text_language, told_in,
                                                told_at, told_by)
                        select gen_random_uuid(), p.placement_id, p.case_id, p.organisation_id, :rules, :version, :from, :in, :now, :worker
                          from placement p where p.placement_id = :placement
                        """)
                .with("placement", placement.value())
                .with("rules", version.id())
                .with("version", version.number())
                .with("from", from)
                .with("in", toldIn)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }
}
