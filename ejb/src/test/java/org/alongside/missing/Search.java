package org.alongside.missing;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Openness;
import org.alongside.access.Openness.AssignmentFact;
import org.alongside.access.Openness.GrantFact;
import org.alongside.access.Role;
import org.alongside.access.RoleMatrix;
import org.alongside.housing.PlacementEvent.DidNotReturn;
import org.alongside.housing.Shelter;
import org.alongside.housing.Shelter.Doors;
import org.alongside.missing.MissingTimes.MissingTime;
import org.alongside.safety.Alarm;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.CaseId;
import org.alongside.shared.MissingId;
import org.alongside.shared.PlacementId;

/** The doors of who is missing in a real database for whoever asks, beside those of a shelter. */
final class Search implements AutoCloseable {
    static final Who SUPERVISOR = new Who(3, 1, "SUP");
    static final Who COUNSELLOR = new Who(10, 5, "COU");
    static final Who COORDINATOR = new Who(14, 8, "NRM");
    static final Who LAWYER = new Who(9, 4, "LAW");
    static final Who POLICE = new Who(13, 7, "LEL");

    final Shelter shelter = new Shelter(TestDatabase.get());

    /** The door, what it is made of, and what was told. */
    record Asked(MissingService missing, Beginning beginning, StillMissing still, Doors house, List<Object> told) {}

    interface Act<T> {
        T in(Asked asked) throws Exception;
    }

    interface Deed {
        void in(Asked asked) throws Exception;
    }

    @Override
    public void close() throws SQLException {
        shelter.close();
    }

    <T> T as(Who who, Duration later, Act<T> act) throws Exception {
        return shelter.as(who, later, doors -> act.in(asked(doors, who)));
    }

    void does(Who who, Duration later, Deed deed) throws Exception {
        as(who, later, asked -> {
            deed.in(asked);
            return null;
        });
    }

    /** She lives in the house, and who leads and a counsellor may know of her safety. */
    Gone lives(boolean child) throws Exception {
        CaseId caseId = child ? shelter.child() : shelter.woman();
        PlacementId placement = shelter.livesIn(
                caseId, shelter.house(Shelter.anybody(), 1, 1).beds().get(0));
        known(caseId);
        return new Gone(caseId, placement);
    }

    /** She lives in no house. */
    Gone elsewhere(boolean child) throws Exception {
        CaseId caseId = child ? shelter.child() : shelter.woman();
        known(caseId);
        return new Gone(caseId, null);
    }

    record Gone(CaseId caseId, PlacementId placement) {}

    private void known(CaseId caseId) throws SQLException {
        shelter.arrange(
                "insert into safety_minimum (case_id, risk_level, in_danger) values ('" + caseId + "', 'HIGH', false)");
        grant(caseId, Shelter.LEAD, 'F', "LEAD");
        for (Who who : List.of(COUNSELLOR, LAWYER, POLICE)) {
            grant(caseId, who, 'R', "REFERRAL");
            shelter.arrange("""
                    insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                    select gen_random_uuid(), '%s', '%s', t.team_id, '%s', now() - interval '9 days', '%s'
                      from team t where t.organisation_id = '%s' limit 1
                    """.formatted(caseId, who.organisation(), who.id(), who.id(), who.organisation()));
        }
    }

    private void grant(CaseId caseId, Who who, char level, String basis) throws SQLException {
        shelter.arrange("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                values (gen_random_uuid(), '%s', '%s', 9, '%s', '%s', now() - interval '9 days', now() + interval '90 days', '%s')
                """.formatted(caseId, who.organisation(), level, basis, who.id()));
    }

    /** "Not back", as the house says it on the page of her bed, and what follows in the same transaction. */
    MissingId notBack(Gone gone, Duration later) throws Exception {
        does(Shelter.SHIFT, later, asked -> {
            asked.house().stays().notReturn(gone.placement());
            asked.beginning()
                    .notReturned(new DidNotReturn(
                            List.of(gone.placement()), asked.house().caller().now()));
        });
        return newest(gone.caseId());
    }

    MissingId begun(Gone gone, Duration later) throws Exception {
        return as(Shelter.LEAD, later, asked -> asked.missing().begin(gone.caseId(), new NewMissing(null)));
    }

    private MissingId newest(CaseId caseId) throws SQLException {
        return MissingId.of(shelter.below("select missing_id from missing_episode where case_id = '" + caseId
                + "' order by began_at desc limit 1"));
    }

    String status(MissingId id) throws SQLException {
        return shelter.below("select status from missing_episode where missing_id = '" + id + "'");
    }

    private static Asked asked(Doors doors, Who who) {
        Wired wired =
                Alarm.in(doors.wired()).with(MissingTimes.class, Search::times).with(Files.class, opened(who));
        return new Asked(
                wired.of(MissingService.class),
                wired.of(Beginning.class),
                wired.of(StillMissing.class),
                doors,
                wired.told());
    }

    /** The table as it is delivered. */
    private static MissingTime times(boolean child) {
        return child
                ? new MissingTime(
                        Duration.ofMinutes(30),
                        Optional.of(Duration.ofHours(1)),
                        Optional.of(Duration.ofHours(24)),
                        Optional.empty(),
                        Duration.ofDays(7),
                        Duration.ofHours(72))
                : new MissingTime(
                        Duration.ofHours(24),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofHours(48)),
                        Duration.ofDays(30),
                        Duration.ofHours(72));
    }

    /** The file as the gate finds it open to them: her safety to who leads and helps, her bed to the house. */
    private static Files opened(Who who) {
        boolean leads = who.house() == 1;
        boolean houses = who.house() == 3;
        return new Files() {
            @Override
            public Openness found(Caller caller, CaseId caseId) {
                Instant before = caller.now().minusSeconds(1);
                return Openness.of(
                        List.of(new GrantFact(
                                who.organisation(),
                                null,
                                null,
                                houses ? Category.SHELTER_PLACEMENT : Category.SAFETY_RISK,
                                leads ? 'F' : houses ? 'W' : 'R',
                                leads ? "LEAD" : "REFERRAL",
                                before,
                                before.plusSeconds(9),
                                null)),
                        List.of(new AssignmentFact(
                                who.organisation(), UUID.randomUUID(), who.id(), null, before, null)),
                        List.of(),
                        Set.of(who.id()),
                        caller.roles(),
                        new RoleMatrix()
                                .put(Role.CW, Category.SAFETY_RISK, 'F')
                                .put(Role.SUP, Category.SAFETY_RISK, 'R')
                                .put(Role.COU, Category.SAFETY_RISK, 'M')
                                .put(Role.SHM, Category.SHELTER_PLACEMENT, 'F')
                                .put(Role.SHS, Category.SHELTER_PLACEMENT, 'F'),
                        false,
                        caller.now());
            }
        };
    }
}
