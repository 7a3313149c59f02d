package org.alongside.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** How the list of due steps is read, as the application role, in a house with thousands of cases and steps. */
class DueStepsPlanTest {
    private static final House SHELTER = House.demo(4, 8);
    private static final int SHOWN = 21;
    private static final int PAGES_A_STEP = 100;

    private static final TestDatabase DATABASE = TestDatabase.own();

    @Test
    void what_is_due_is_read_from_the_owner_on_the_step_and_never_by_looking_at_all() throws Exception {
        fill();
        String asked = DueSteps.LIST
                .replace(":house", "'" + SHELTER.id() + "'")
                .replace(":until", "current_date")
                .replace(":afterid", "'00000000-0000-0000-0000-000000000000'")
                .replace(":after", "'1970-01-01'")
                .replace(":roles", "array['SHS']")
                .replace(":everybody", "false")
                .replace(":worker", "'" + SHELTER.worker() + "'")
                .replace(":size", String.valueOf(SHOWN));
        Explained explained = Explained.of(DATABASE, SHELTER.worker(), SHELTER.id(), "SHS", asked);
        assertThat(explained.plan())
                .contains("Index Scan using action_step_due")
                .doesNotContain("Seq Scan on action_step")
                .doesNotContain("Seq Scan on case_access")
                .doesNotContain("Seq Scan on goal")
                .doesNotContain("Seq Scan on case_file");
        assertThat(explained.pages()).as(explained.plan()).isLessThan(SHOWN * PAGES_A_STEP);
        assertThat(explained.rows()).isEqualTo(SHOWN);
    }

    /** 3,000 cases of the house with two open steps each, one of ten due. */
    private void fill() throws Exception {
        try (Cases made = Cases.led(DATABASE, 3_000, SHELTER)) {
            made.open(SHELTER, null, "REFERRAL", "W", "10,11");
            made.write("""
                    insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by)
                    select id, id, '%s', 'HOUSING', 's', 'NOW', 'PROPOSED', now(), '%s' from made
                    """.formatted(SHELTER.id(), SHELTER.worker()));
            made.write("""
                    insert into action_step (step_id, goal_id, case_id, organisation_id, what, owner_organisation_id, owner_role, due_on, status,
                                             written_at, written_by)
                    select gen_random_uuid(), id, id, '%1$s', 'w', '%1$s', 'SHS',
                           current_date + case when n %% 10 = 0 and k = 0 then -1 else n %% 60 + 1 end, 'PLANNED', now(), '%2$s'
                      from made, (values (0), (1)) v (k)
                    """.formatted(SHELTER.id(), SHELTER.worker()));
            made.keep("action_step, goal, case_access, case_file");
        }
    }
}
