package org.alongside.housing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Caller;
import org.alongside.housing.FamilyService.NewFamily;
import org.alongside.housing.NewFacility.NewBed;
import org.alongside.housing.NewFacility.NewRoom;
import org.alongside.housing.NewPlacement.NewArrival;
import org.alongside.housing.NewPlacement.NewOffer;
import org.alongside.housing.NewPlacement.Place;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Connected;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.RoomId;

/** A shelter in a real database: its doors for whoever asks, each act a transaction of its own as the application. */
public final class Shelter implements AutoCloseable {
    public static final Who MANAGER = new Who(7, 3, "SHM");
    public static final Who SHIFT = new Who(6, 3, "SHS");
    public static final Who LEAD = new Who(1, 1, "CW");

    final TestDatabase database;
    public final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private final Connection application;
    private final Connection superuser;

    public Shelter(TestDatabase database) {
        this.database = database;
        try {
            application = database.application().getConnection();
            superuser = database.inside().getConnection();
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    @Override
    public void close() throws SQLException {
        application.close();
        superuser.close();
    }

    /** The doors of one transaction, and whatever else of the business is made in it. */
    public record Doors(
            PlacementService placements,
            StayService stays,
            FacilityService houses,
            AddressService addresses,
            Board board,
            PlacementViews views,
            FacilityPolicy policy,
            Connection sql,
            Caller caller,
            List<Object> told,
            Sheltering sheltering,
            FollowService follows,
            GapService gaps,
            Gaps nights,
            FamilyService families,
            HouseRulesService rules,
            TalkService weekly,
            Talks talks,
            Wired wired) {}

    @FunctionalInterface
    public interface Act<T> {
        T in(Doors doors) throws Exception;
    }

    @FunctionalInterface
    public interface Deed {
        void in(Doors doors) throws Exception;
    }

    public <T> T as(Who who, Duration later, Act<T> act) throws Exception {
        return as(application, who, later, act);
    }

    /** On a connection of one's own, beside others. */
    <T> T beside(Who who, Duration later, Act<T> act) throws Exception {
        try (Connection own = database.application().getConnection()) {
            return as(own, who, later, act);
        }
    }

    private <T> T as(Connection on, Who who, Duration later, Act<T> act) throws Exception {
        Instant at = now.plus(later);
        try {
            TestDatabase.call(on, who, at);
            T answer = act.in(doors(on, who, at));
            on.commit();
            return answer;
        } finally {
            on.rollback();
        }
    }

    public void does(Who who, Duration later, Deed deed) throws Exception {
        as(who, later, doors -> {
            deed.in(doors);
            return null;
        });
    }

    /** With what the database refuses somebody's own statement; null: it does not. */
    public SQLException refusal(Who who, Duration later, String statement) {
        return catchThrowableOfType(
                SQLException.class,
                () -> does(who, later, doors -> doors.sql().createStatement().execute(statement)));
    }

    private static Doors doors(Connection connection, Who who, Instant at) {
        Caller caller = who.at(at);
        Wired wired = new Wired(new Connected(connection).em(), caller);
        return new Doors(
                wired.of(PlacementService.class),
                wired.of(StayService.class),
                wired.of(FacilityService.class),
                wired.of(AddressService.class),
                wired.of(Board.class),
                wired.of(PlacementViews.class),
                wired.of(FacilityPolicy.class),
                connection,
                caller,
                wired.told(),
                wired.of(Sheltering.class),
                wired.of(FollowService.class),
                wired.of(GapService.class),
                wired.of(Gaps.class),
                wired.of(FamilyService.class),
                wired.of(HouseRulesService.class),
                wired.of(TalkService.class),
                wired.of(Talks.class),
                wired);
    }

    /** A house with rooms of so many beds; answers the beds, room by room. */
    public record Built(FacilityId id, List<RoomId> rooms, List<BedId> beds) {}

    public Built house(NewRoom room, int rooms, int bedsEach) throws Exception {
        return as(MANAGER, Duration.ZERO, doors -> {
            FacilityId id = doors.houses()
                    .open(
                            new NewFacility(
                                    "Rowan " + UUID.randomUUID(),
                                    "EMERGENCY_SHELTER",
                                    "STANDARD",
                                    "DAY_AND_NIGHT",
                                    "Europe/Berlin"),
                            null);
            List<RoomId> made = new ArrayList<>();
            List<BedId> beds = new ArrayList<>();
            for (int at = 0; at < rooms; at++) {
                NewRoom one = new NewRoom(
                        "Room " + at, room.sexes(), room.minAge(), room.maxAge(), room.kind(), room.accessibility());
                made.add(doors.houses().addRoom(id, one));
                for (int bed = 0; bed < bedsEach; bed++) {
                    beds.add(doors.houses().addBed(id, made.get(at), new NewBed(at + "-" + bed)));
                }
            }
            return new Built(id, made, beds);
        });
    }

    public static NewRoom anybody() {
        return new NewRoom("x", List.of(), null, null, "SHARED", List.of());
    }

    /** A case that Harbour Light leads and Willow Rooms shelters, under an accepted referral; nothing of it is placed yet. */
    public CaseId sheltered(String ageBand, boolean child, String sex, String language, String constraints)
            throws Exception {
        UUID caseId = UUID.randomUUID();
        UUID referral = UUID.randomUUID();
        House lead = House.demo(1, 1);
        House shelter = House.demo(3, 6);
        try (Statement sql = superuser.createStatement()) {
            sql.execute("""
                    insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                           opened_at, opened_by, next_due)
                    values ('%1$s', '%1$s', 'ACTIVE', '%2$s', '%3$s', '%4$s', 'SELF', now() - interval '9 days', '%4$s', current_date)
                    """.formatted(caseId, lead.id(), lead.team(), lead.worker()));
            sql.execute(
                    "insert into identity_minimum (case_id, preferred_name, age_band, child) values ('%s', 'n', '%s', %s)"
                            .formatted(caseId, ageBand, child));
            sql.execute("""
                    with word as (
                           insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language,
                                                interpreter, given_at, expires_at, recorded_at, recorded_by)
                           values (gen_random_uuid(), '%1$s', '%2$s', 'SHARE_REFERRAL', '{0}', 'SELF', 'WRITTEN', 'eng', 'NONE', now(),
                                   now() + interval '90 days', now(), '%3$s') returning consent_id),
                         card as (
                           insert into referral_card (referral_id, sender_organisation_id, recipient_organisation_id, service_id, service_type,
                                  urgency, age_band, sex, child, language, interpreter, region, constraints, categories, submitted_at, sent_at,
                                  accepted_at, accepted_by, status, agreed_until)
                           values ('%11$s', '%4$s', '%2$s', '00000000-0000-4000-b000-000000000001', 'SHELTER', 'URGENT', '%5$s', '%6$s',
                                   %7$s, '%8$s', 'NONE', 'NORTH', '{%9$s}', '{0}', now(), now(), now(), '%10$s', 'ACCEPTED',
                                   now() + interval '90 days') returning referral_id)
                    insert into referral (referral_id, case_id, sender_organisation_id, recipient_organisation_id, consent_id, categories, approval,
                                          submitted_by, askers)
                    select referral_id, '%1$s', '%4$s', '%2$s', consent_id, '{0}', 'NONE', '%3$s', array['%3$s'::uuid] from card, word
                    """.formatted(
                            caseId,
                            shelter.id(),
                            lead.worker(),
                            lead.id(),
                            ageBand,
                            sex,
                            child,
                            language,
                            constraints,
                            shelter.worker(),
                            referral));
            for (House house : List.of(lead, shelter)) {
                boolean leads = house.equals(lead);
                sql.execute("""
                        insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by, referral_id)
                        values (gen_random_uuid(), '%s', '%s', '%s', %s, now() - interval '9 days', '%s', %s)
                        """.formatted(
                                caseId,
                                house.id(),
                                house.team(),
                                leads ? "'" + house.worker() + "'" : "null",
                                house.worker(),
                                leads ? "null" : "'" + referral + "'"));
                sql.execute("""
                        insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by,
                                                  referral_id)
                        select gen_random_uuid(), '%s', '%s', c, l, '%s', now() - interval '9 days', now() + interval '90 days', '%s', %s::uuid
                          from (values %s) v (c, l)
                        """.formatted(
                                caseId,
                                house.id(),
                                leads ? "LEAD" : "REFERRAL",
                                house.worker(),
                                leads ? "null" : "'" + referral + "'",
                                leads ? "(0,'F'),(2,'M'),(11,'F')" : "(0,'M'),(2,'W'),(11,'W')"));
            }
        }
        return new CaseId(caseId);
    }

    public CaseId woman() throws Exception {
        return sheltered("25_34", false, "FEMALE", "eng", "");
    }

    public CaseId child() throws Exception {
        return sheltered("6_11", true, "FEMALE", "eng", "");
    }

    /** Who leads says that they are one family. */
    void family(CaseId... family) throws Exception {
        // a case of a test is spoken of by its id
        List<String> others = Stream.of(family).skip(1).map(CaseId::toString).toList();
        does(LEAD, Duration.ZERO, doors -> doors.families().say(family[0], new NewFamily(others)));
    }

    public PlacementId asked(CaseId caseId) throws Exception {
        return as(SHIFT, Duration.ZERO, doors -> doors.placements().request(caseId, new NewPlacement(List.of()), null));
    }

    void offered(PlacementId placement, BedId bed) throws Exception {
        does(MANAGER, Duration.ofSeconds(1), doors -> doors.placements()
                .offer(placement, new NewOffer(List.of(new Place(placement, bed)), null, null, List.of())));
    }

    void held(PlacementId placement, BedId bed) throws Exception {
        offered(placement, bed);
        does(MANAGER, Duration.ofSeconds(2), doors -> doors.placements().hold(placement));
    }

    public PlacementId livesIn(CaseId caseId, BedId bed) throws Exception {
        PlacementId placement = asked(caseId);
        held(placement, bed);
        arrives(placement, Duration.ofMinutes(1));
        return placement;
    }

    void arrives(PlacementId placement, Duration later) throws Exception {
        does(SHIFT, later, doors -> doors.placements().admit(placement, new NewArrival("eng", "eng", null)));
    }

    /** From below, bound by nothing: the first column of the first row as text. */
    public String below(String question) throws SQLException {
        try (Statement sql = superuser.createStatement();
                ResultSet answer = sql.executeQuery(question)) {
            return answer.next() ? answer.getString(1) : null;
        }
    }

    String status(PlacementId placement) throws SQLException {
        return below("select status from placement where placement_id = '" + placement + "'");
    }

    /** From below, bound by nothing. */
    public void arrange(String statement) throws SQLException {
        try (Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }

    public String sees(Who who, Duration later, String question) throws Exception {
        return as(who, later, doors -> {
            try (ResultSet answer = doors.sql().createStatement().executeQuery(question)) {
                return answer.next() ? answer.getString(1) : null;
            }
        });
    }
}
