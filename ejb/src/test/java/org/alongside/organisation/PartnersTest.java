package org.alongside.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Role;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Connected;
import org.alongside.setup.TestDatabase;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the directory tells whom, as the application role. */
class PartnersTest {
    private static final House LEAD = House.demo(1, 1);
    private static final House SHELTER = House.demo(3, 6);
    private static final House POLICE = House.demo(7, 13);

    private final TestDatabase database = TestDatabase.get();

    @BeforeEach
    void a_shelter_has_a_caseworker_too() throws Exception {
        below("insert into worker_role (worker_id, role_code) values ('%s', 'CW')");
    }

    @AfterEach
    void it_has_none_any_more() throws Exception {
        below("delete from worker_role where worker_id = '%s' and role_code = 'CW'");
    }

    @Test
    void police_are_not_told_who_leads_cases() throws Exception {
        assertThat(leads(LEAD, Role.CW)).contains(LEAD.id(), SHELTER.id());
        for (Role role : Role.POLICE_OR_PROSECUTION) {
            assertThat(leads(POLICE, role)).isEmpty();
        }
    }

    private List<String> leads(House house, Role role) throws Exception {
        Instant now = Instant.now();
        try (Connection application = database.application().getConnection()) {
            application.setAutoCommit(false);
            application
                    .createStatement()
                    .execute("select caller_open('%s', '%s', '{%s}', '%s')"
                            .formatted(house.worker(), house.id(), role, now));
            Partners partners = new Partners();
            partners.em = new Connected(application).em();
            List<String> leads = partners
                    .leads(new Caller(
                            new WorkerId(UUID.fromString(house.worker())),
                            new OrganisationId(UUID.fromString(house.id())),
                            Set.of(role),
                            false,
                            "s",
                            now))
                    .stream()
                    .map(lead -> lead.organisation().value().toString())
                    .toList();
            application.rollback();
            return leads;
        }
    }

    private void below(String change) throws Exception {
        try (Connection superuser = database.inside().getConnection()) {
            superuser.createStatement().execute(change.formatted(SHELTER.worker()));
        }
    }
}
