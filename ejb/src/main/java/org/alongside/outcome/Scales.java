package org.alongside.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.outcome.Scale.ScaleAnswer;
import org.alongside.outcome.Scale.ScaleBand;
import org.alongside.outcome.Scale.ScaleItem;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;

/** The collection of scales; no survivor stands in it. */
@ApplicationScoped
class Scales {
    private static final String THERE_ALREADY = "23505";

    @PersistenceContext
    EntityManager em;

    /** All of them, by code, version and language. */
    List<Scale> all() {
        Map<UUID, List<ScaleItem>> items = new HashMap<>();
        Sql.of(
                        em,
                        "select scale_id, position, words, least, most, alarm_from is not null from scale_item order by position")
                .rows(row -> of(items, row.uuid(0))
                        .add(new ScaleItem(row.number(1), row.text(2), row.number(3), row.number(4), row.yes(5))));
        Map<UUID, List<ScaleAnswer>> answers = new HashMap<>();
        Sql.of(em, "select scale_id, value, words from scale_answer order by value")
                .rows(row -> of(answers, row.uuid(0)).add(new ScaleAnswer(row.number(1), row.text(2))));
        Map<UUID, List<ScaleBand>> bands = new HashMap<>();
        Sql.of(em, "select scale_id, band, from_score, until_score, words from scale_band order by band")
                .rows(row -> of(bands, row.uuid(0))
                        .add(new ScaleBand(row.number(1), row.number(2), row.number(3), row.text(4))));
        return Sql.of(em, """
                        select scale_id, code, version, language, name, introduction, adults_only, higher_better, licence, source,
                               added_by is null, retired_at is not null
                          from scale order by code, version, language
                        """)
                .rows(row -> new Scale(
                        row.uuid(0),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.yes(6),
                        row.yes(7),
                        row.text(8),
                        row.text(9),
                        row.yes(10),
                        row.yes(11),
                        of(items, row.uuid(0)),
                        of(answers, row.uuid(0)),
                        of(bands, row.uuid(0))));
    }

    private static <T> List<T> of(Map<UUID, List<T>> parts, UUID scale) {
        return parts.computeIfAbsent(scale, any -> new ArrayList<>());
    }

    Optional<Scale> find(UUID id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether it may be put to her: none for adults to a child, nor to whom nobody knows to be an adult. */
    boolean fits(UUID scale, CaseId caseId) {
        return Sql.of(em, "select scale_fits(:scale, :case)")
                .with("scale", scale)
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Those that may be put to her. */
    Set<UUID> fitting(CaseId caseId) {
        return Set.copyOf(
                Sql.of(em, "select scale_id from scale where retired_at is null and scale_fits(scale_id, :case)")
                        .with("case", caseId.value())
                        .rows(row -> row.uuid(0)));
    }

    void add(UUID id, NewScale scale, Caller caller) {
        try {
            Sql.of(em, """
                            insert into scale (scale_id, code, version, language, name, introduction, adults_only, higher_better, licence, source,
                                               added_at, added_by)
                            values (:id, :code, :version, :language, :name, :introduction, :adults, :better, :licence, :source, :now, :worker)
                            """)
                    .with("id", id)
                    .with("code", scale.code())
                    .with("version", scale.version().strip())
                    .with("language", scale.language())
                    .with("name", scale.name().strip())
                    .with("introduction", scale.introduction().strip())
                    .with("adults", scale.adultsOnly())
                    .with("better", scale.higherBetter())
                    .with("licence", scale.licence().strip())
                    .with("source", scale.source().strip())
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .change();
        } catch (Failed failed) {
            if (THERE_ALREADY.equals(failed.state())) {
                throw Refusal.wrongState("scale-there-already");
            }
            throw failed;
        }
        for (int at = 0; at < scale.items().size(); at++) {
            add(id, at + 1, scale.items().get(at));
        }
        scale.answers().forEach(one -> Sql.of(
                        em, "insert into scale_answer (scale_id, value, words) values (:id, :value, :words)")
                .with("id", id)
                .with("value", one.value())
                .with("words", one.words().strip())
                .change());
        for (int at = 0; at < scale.bands().size(); at++) {
            NewScale.NewScaleBand band = scale.bands().get(at);
            Sql.of(em, """
                            insert into scale_band (scale_id, band, from_score, until_score, words) values (:id, :band, :from, :until, :words)
                            """)
                    .with("id", id)
                    .with("band", at + 1)
                    .with("from", band.from())
                    .with("until", band.until())
                    .with("words", band.words().strip())
                    .change();
        }
    }

    private void add(UUID id, int position, NewScale.NewScaleItem item) {
        Sql.of(em, """
                        insert into scale_item (scale_id, position, words, least, most, alarm_from)
                        values (:id, :position, :words, :least, :most, cast(:alarm as int))
                        """)
                .with("id", id)
                .with("position", position)
                .with("words", item.words().strip())
                .with("least", item.least())
                .with("most", item.most())
                .with(
                        "alarm",
                        item.alarmFrom() == null ? null : item.alarmFrom().toString())
                .change();
    }

    /** Answers whether it was in use until then. */
    boolean retire(UUID id, Caller caller) {
        return Sql.of(em, "update scale set retired_at = :now where scale_id = :id and retired_at is null")
                        .with("now", caller.now())
                        .with("id", id)
                        .change()
                > 0;
    }
}
