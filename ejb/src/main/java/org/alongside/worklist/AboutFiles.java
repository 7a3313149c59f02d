package org.alongside.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.shared.Sql;

/** Reads the files that tasks are about, or one thing of them: those that are open to the reader. */
@ApplicationScoped
class AboutFiles {
    private static final String FILE = """
            select %s, f.case_id, f.case_code, sm.risk_level, im.child
              from %s
              left join safety_minimum sm using (case_id)
              left join identity_minimum im using (case_id)
            """;

    private static final String ITSELF = FILE.formatted("f.case_id", "case_file f") + " where f.case_id = any (:ids)";

    /** A placement and a limit by the least of them. */
    private static final String OF_ONE = FILE.formatted(
            "one.id",
            Stream.of(
                            of("notification_duty", "duty_id"),
                            of("placement_minimum", "placement_id"),
                            of("placement_gap", "gap_id"),
                            of("restriction_minimum", "restriction_id"),
                            of("talk_due", "talk_due_id"),
                            of("care_plan", "plan_id"),
                            of("missing_episode", "missing_id"),
                            of("risk_assessment", "assessment_id"),
                            of("urgent_care", "urgent_id"),
                            of("livelihood_question", "question_id"),
                            of("follow_up", "follow_up_id"),
                            of("interview", "interview_id"),
                            of("non_punishment", "non_punishment_id"),
                            of("court_order", "order_id"),
                            of("counsel_wanted", "wanted_id"),
                            of("threat_notice", "share_id"),
                            of("hearing", "hearing_id"),
                            of("legal_deadline", "deadline_id"),
                            of("measure_ask", "measure_ask_id"),
                            of("reintegration", "reintegration_id"),
                            of("recovery_period", "recovery_id"))
                    .collect(Collectors.joining(" union all ", "(", ") one join case_file f using (case_id)")));

    @PersistenceContext
    EntityManager em;

    private static String of(String table, String id) {
        return "select %2$s as id, case_id from %1$s where %2$s = any (:ids)".formatted(table, id);
    }

    void read(Set<UUID> ids, Subjects subjects) {
        for (String question : new String[] {ITSELF, OF_ONE}) {
            Sql.of(em, question).with("ids", ids).rows(row -> subjects.file(row.uuid(0), row, 1));
        }
    }
}
