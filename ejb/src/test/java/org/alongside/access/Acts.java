package org.alongside.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What people do with a case, drawn at random and done by SQL as the application, each with an honest caller. */
final class Acts {
    /** Seconds after the case was opened. */
    static final long AGREED = 1;

    static final long SENT = 2;
    static final long ACCEPTED = 10;
    static final long ENDED = 20;
    /** After completion it stays readable so many seconds. */
    static final long READABLE = 10 * 86_400L;

    /** When some opened in an emergency what is open four hours then, or ended when all else ends. */
    static final long EMERGENCY = 15;

    static final long EMERGENCY_LASTS = 4 * 3_600L;

    /** When the guardian's mandate begins where it begins later, and ends where it has an end. */
    static final long MANDATE_BEGINS = 86_400L;

    static final long MANDATE_ENDS = 10 * 86_400L;
    static final int GUARDIAN = 26;
    static final int GUARDIANS_HOUSE = 12;
    static final int LEAD = 1;
    static final int LEADS_SUPERVISOR = 3;
    static final Set<Integer> WORK_FOR_THE_LEAD = Set.of(LEAD, LEADS_SUPERVISOR);
    static final int NEXT_HOUSE = 2;
    static final Set<Integer> WORK_FOR_THE_NEXT = Set.of(4, 5);

    /** A service, its house and who there works on what it accepts: one person and who supervises them, or a whole shift. */
    enum Provider {
        MENTORS(8, 2, "SUPPORT_GROUP", 4, "CW", Set.of(4, 5)),
        SHELTER(1, 3, "SHELTER", 6, "SHS", Set.of(6, 7)),
        COUNSELLORS(4, 5, "PSYCHOSOCIAL", 10, "COU", Set.of(10)),
        COUNSELLORS_OF_CHILDREN(5, 5, "PSYCHOSOCIAL", 11, "COU", Set.of(11)),
        LAWYERS(6, 6, "LEGAL_AID", 12, "LAW", Set.of(12)),
        POLICE(7, 7, "POLICE_PROTECTION", 13, "LEL", Set.of(13));

        private final int service;
        private final int house;
        private final String type;
        private final int accepts;
        private final String role;
        private final Set<Integer> workers;

        Provider(int service, int house, String type, int accepts, String role, Set<Integer> workers) {
            this.service = service;
            this.house = house;
            this.type = type;
            this.accepts = accepts;
            this.role = role;
            this.workers = workers;
        }

        String type() {
            return type;
        }

        int house() {
            return house;
        }

        Set<Integer> workers() {
            return workers;
        }
    }

    /** How far a referral came. */
    enum End {
        ASKED(false),
        NOT_APPROVED(false),
        SENT_BACK(false),
        LOOKED_AT(false),
        QUESTIONED(false),
        RAN_OUT(false),
        DECLINED(false),
        ON_A_LIST(false),
        GOES_ON(true),
        IN_SERVICE(true),
        NOT_COME(true),
        NO_LONGER_WANTED(true),
        IN_ERROR(true),
        TAKEN_BACK(true),
        COMPLETED(true),
        WITHDRAWN(true);

        final boolean accepted;

        End(boolean accepted) {
            this.accepted = accepted;
        }
    }

    /** Whether she moved into the house that accepted her, and lives there still. */
    enum Stay {
        NONE,
        LIVES,
        LEFT
    }

    /** A referral to a provider: what she agreed to and how long, what the sender chose, how it ended, whether she lives there. */
    record Course(Set<Category> agreed, Set<Category> chosen, int lastsDays, End end, Stay stay) {
        long lastsSeconds() {
            return lastsDays * 86_400L;
        }
    }

    /**
     * A case that Harbour Light opened. {@code conflicted}: who turned out to be tied to her; 0: nobody. {@code keptBack}: what she keeps
     * from which house, kind by kind: all of it, or all but the least where a kind has one.
     */
    record World(
            Map<Provider, Course> courses,
            Map<Integer, Emergency> emergencies,
            int conflicted,
            Map<Integer, Map<Category, String>> keptBack,
            Handing handing,
            Guarding guarding) {
        /** Where she keeps back from the next house what nobody leads without, the lead is not offered to it. */
        World {
            handing = Collections.disjoint(
                            keptBack.getOrDefault(NEXT_HOUSE, Map.of()).keySet(), NEEDED_TO_LEAD)
                    ? handing
                    : Handing.NONE;
        }

        private static final Set<Category> NEEDED_TO_LEAD = EnumSet.of(
                Category.IDENTITY,
                Category.CONTACT_LOCATION,
                Category.DEMOGRAPHICS,
                Category.SAFETY_RISK,
                Category.CARE_PLAN_GOALS);
        private static final Set<Category> HAS_MINIMUM =
                Set.of(Category.IDENTITY, Category.DEMOGRAPHICS, Category.LEGAL, Category.SAFETY_RISK);

        String keptFrom(int house, Category category) {
            String part = keptBack.getOrDefault(house, Map.of()).get(category);
            return part == null || HAS_MINIMUM.contains(category) ? part : "WHOLE";
        }
    }

    /** Who may ask in an emergency, with the house and the role in which they do. */
    enum Rescuer {
        COLLEAGUE_OF_THE_LEAD(2, 1, "CW"),
        MENTOR(4, 2, "CW"),
        MENTORS_SUPERVISOR(5, 2, "SUP"),
        SHELTER_MANAGER(7, 3, "SHM");

        private final int number;
        private final int house;
        private final String role;

        Rescuer(int number, int house, String role) {
            this.number = number;
            this.house = house;
            this.role = role;
        }

        int number() {
            return number;
        }
    }

    /** What was opened in an emergency, and whether it was ended early. */
    record Emergency(Set<Category> asked, boolean endedEarly) {}

    /** How far handing the lead over to the mentors' house came; her word may leave out what she went through. */
    enum Handing {
        NONE,
        OFFERED,
        DECLINED,
        ACCEPTED,
        ACCEPTED_IN_PART;

        boolean moved() {
            return this == ACCEPTED || this == ACCEPTED_IN_PART;
        }
    }

    /** What became of the mandate of a guardian, of whom it was said who signs in. */
    enum Mandate {
        NOBODY(false),
        NAMED(false),
        REFUSED(false),
        TEMPORARY(true),
        APPOINTED(true),
        APPOINTED_LATER(true),
        BEGINS_LATER(true),
        ENDS_BY_ITSELF(true),
        IN_DOUBT(false),
        REPLACED(false),
        ENDED(false),
        EXCLUDED(false),
        EXCLUDED_BY_RELATION(false),
        SOMEBODY_ELSE(false),
        CLOSED(false);

        final boolean runs;

        Mandate(boolean runs) {
            this.runs = runs;
        }
    }

    /**
     * A guardian's mandate, and what was agreed to with the guardian's organisation.
     *
     * @param agreed which kinds of information; none: nothing was agreed to
     * @param own whether the guardian gave that word
     * @param takenBack whether it was taken back
     */
    record Guarding(Mandate mandate, Set<Category> agreed, int lastsDays, boolean own, boolean takenBack) {
        /** Nobody consents before their mandate begins, nor stays a giver once excluded. */
        private static final Set<Mandate> GIVE_NO_WORD =
                EnumSet.of(Mandate.BEGINS_LATER, Mandate.EXCLUDED, Mandate.EXCLUDED_BY_RELATION);

        Guarding {
            own = own && !GIVE_NO_WORD.contains(mandate);
        }
    }

    /** A world that was written, and the ids of its referrals. */
    private record Written(UUID caseId, World world, Map<Provider, Ids> ids) {}

    private final Connection application;
    private final Connection superuser;
    private final Instant opened;
    private final List<Written> written = new ArrayList<>();

    Acts(Connection application, Connection superuser, Instant opened) {
        this.application = application;
        this.superuser = superuser;
        this.opened = opened;
    }

    /** Does them all; answers the ids of the cases in the order of the worlds. */
    List<UUID> done(List<World> worlds) throws SQLException {
        worlds.forEach(world -> written.add(new Written(UUID.randomUUID(), world, new EnumMap<>(Provider.class))));
        as(LEAD, 1, "CW", 0, this::open);
        as(LEAD, 1, "CW", AGREED, this::ask);
        as(LEADS_SUPERVISOR, 1, "SUP", AGREED, this::approve);
        as(LEAD, 1, "CW", SENT, this::send);
        as(LEAD, 1, "CW", AGREED, this::nameGuardians);
        as(LEADS_SUPERVISOR, 1, "SUP", ACCEPTED, this::agreeToGuardians);
        as(LEAD, 1, "CW", ACCEPTED, this::shareWithGuardians);
        as(LEAD, 1, "CW", ENDED, this::moveMandates);
        for (Provider provider : Provider.values()) {
            as(provider.accepts, provider.house, provider.role, ACCEPTED, () -> answer(provider));
        }
        moveIn();
        for (Rescuer rescuer : Rescuer.values()) {
            emergency(rescuer);
        }
        leave();
        for (Provider provider : Provider.values()) {
            as(provider.accepts, provider.house, provider.role, ENDED, () -> complete(provider));
        }
        as(LEAD, 1, "CW", ENDED, this::end);
        as(LEAD, 1, "CW", ENDED, this::keepBack);
        as(LEAD, 1, "CW", ENDED, this::offerLead);
        as(LEADS_SUPERVISOR, 1, "SUP", ENDED, () -> handing("select handover_approve(?)", Handing.NONE, true));
        as(5, 2, "SUP", ENDED, () -> handing("select handover_decline(?, 'OTHER')", Handing.DECLINED, false));
        as(5, 2, "SUP", ENDED, () -> {
            String accepted = "select handover_accept(?, '%s', '%s')".formatted(team(2), worker(4));
            handing(accepted, Handing.ACCEPTED, false);
            handing(accepted, Handing.ACCEPTED_IN_PART, false);
        });
        conflict();
        return written.stream().map(Written::caseId).toList();
    }

    private void open() throws SQLException {
        for (Written one : written) {
            run("""
                    insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                           opened_at, opened_by, next_due)
                    values (?, ?, 'ACTIVE', ?, ?, ?, 'SELF', caller_now(), ?, current_date)
                    """, one.caseId, code(one.caseId), house(1), team(1), worker(LEAD), worker(LEAD));
            run("select lead_open(?)", one.caseId);
        }
    }

    private void ask() throws SQLException {
        for (Written one : written) {
            for (Map.Entry<Provider, Course> asked : one.world.courses().entrySet()) {
                ask(one, asked.getKey(), asked.getValue());
            }
        }
    }

    private void ask(Written one, Provider provider, Course course) throws SQLException {
        Ids ids = new Ids(UUID.randomUUID(), UUID.randomUUID());
        one.ids.put(provider, ids);
        run(
                """
                insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                     given_at, expires_at, recorded_at, recorded_by)
                values (?, ?, ?, 'SHARE_REFERRAL', cast(? as smallint[]), 'SELF', 'WRITTEN', 'eng', 'NONE',
                        caller_now(), caller_now() + make_interval(days => ?), caller_now(), ?)
                """,
                ids.consent,
                one.caseId,
                house(provider.house),
                numbers(course.agreed()),
                course.lastsDays(),
                worker(LEAD));
        run(
                """
                insert into referral_card (referral_id, sender_organisation_id, recipient_organisation_id, service_id, service_type, urgency,
                                           age_band, sex, child, language, interpreter, region, categories, submitted_at, status, agreed_until)
                values (?, ?, ?, ?, ?, 'URGENT', '18_24', 'FEMALE', false, 'eng', 'NONE', 'NORTH', cast(? as smallint[]), caller_now(),
                        'PENDING_APPROVAL', caller_now() + interval '90 days')
                """,
                ids.referral,
                house(1),
                house(provider.house),
                demo("b000", provider.service),
                provider.type,
                numbers(course.chosen()));
        run(
                """
                insert into referral (referral_id, case_id, sender_organisation_id, recipient_organisation_id, consent_id, categories, approval,
                                      submitted_by, askers)
                values (?, ?, ?, ?, ?, cast(? as smallint[]), 'BEFORE', ?, array[?])
                """,
                ids.referral,
                one.caseId,
                house(1),
                house(provider.house),
                ids.consent,
                numbers(course.chosen()),
                worker(LEAD),
                worker(LEAD));
    }

    private static boolean approved(Course course) {
        return course.end() != End.NOT_APPROVED && course.end() != End.SENT_BACK;
    }

    private void approve() throws SQLException {
        each(
                course -> course.end() == End.SENT_BACK,
                ids -> run(
                        "update referral_card set returned_at = caller_now(), status = 'DRAFT' where referral_id = ?",
                        ids.referral));
        each(
                Acts::approved,
                ids -> run(
                        "update referral set approved_at = caller_now(), approved_by = ? where referral_id = ?",
                        worker(LEADS_SUPERVISOR),
                        ids.referral));
    }

    private void send() throws SQLException {
        each(
                Acts::approved,
                ids -> run(
                        "update referral_card set sent_at = caller_now(), expires_at = caller_now() + interval '1 day', status = 'SENT' where referral_id = ?",
                        ids.referral));
    }

    private void answer(Provider provider) throws SQLException {
        each(
                provider,
                course -> course.end() == End.LOOKED_AT,
                ids -> run(
                        "update referral_card set status = 'RECEIVED', received_at = caller_now(), received_by = ? where referral_id = ?",
                        worker(provider.accepts),
                        ids.referral));
        each(
                provider,
                course -> course.end() == End.QUESTIONED,
                ids -> run(
                        "update referral_card set status = 'INFO_REQUESTED', question = 'LANGUAGE', asked_at = caller_now() where referral_id = ?",
                        ids.referral));
        each(
                provider,
                course -> course.end() == End.DECLINED,
                ids -> run(
                        "update referral_card set status = 'DECLINED', declined_at = caller_now(), decline_reason = 'FULL' where referral_id = ?",
                        ids.referral));
        each(
                provider,
                course -> course.end() == End.ON_A_LIST,
                ids -> run(
                        "update referral_card set status = 'WAITLISTED', waitlisted_at = caller_now(), waitlist_review_at = caller_now() + interval '3 days' where referral_id = ?",
                        ids.referral));
        each(provider, course -> course.end().accepted, ids -> {
            run("select open_on_acceptance(?, ?, ?)", ids.referral, team(provider.house), worker(provider.accepts));
            run("select open_own_domain(?)", ids.referral);
            run(
                    "update referral_card set status = 'ACCEPTED', accepted_at = caller_now(), accepted_by = ? where referral_id = ?",
                    worker(provider.accepts),
                    ids.referral);
        });
    }

    /** A house, a room and a bed of her own, arranged from below; the id of the case is the placement's here. */
    private void moveIn() throws SQLException {
        for (Written one : written) {
            Course course = one.world.courses().get(Provider.SHELTER);
            if (course != null && course.end().accepted && course.stay() != Stay.NONE) {
                ReferralsBySql.run(superuser, """
                        with house as (
                               insert into facility (facility_id, organisation_id, team_id, code_name, type, security, staffed, zone, opened_at, opened_by)
                               values (gen_random_uuid(), '%2$s', '%6$s', '%1$s', 'EMERGENCY_SHELTER', 'STANDARD', 'DAY_AND_NIGHT', 'UTC', '%5$s', '%4$s')
                               returning facility_id),
                             room as (
                               insert into room (room_id, facility_id, organisation_id, label, one_family)
                               select gen_random_uuid(), facility_id, '%2$s', '1', false from house returning room_id, facility_id),
                             bed as (
                               insert into bed (bed_id, room_id, facility_id, organisation_id, label, made_at, made_by)
                               select gen_random_uuid(), room_id, facility_id, '%2$s', '1', '%5$s', '%4$s' from room returning bed_id, facility_id)
                        insert into placement (placement_id, case_id, organisation_id, referral_id, facility_id, bed_id, status, age_band, child, sex,
                                               language, rights_told_in, rules_told_in, requested_at, requested_by, changed_at, changed_by,
                                               admitted_at, admitted_by)
                        select '%1$s', '%1$s', '%2$s', '%3$s', facility_id, bed_id, 'ADMITTED', '18_24', false, 'FEMALE', 'eng', 'eng', 'eng',
                               '%5$s', '%4$s', '%5$s', '%4$s', '%5$s', '%4$s' from bed
                        """.formatted(
                                one.caseId,
                                house(Provider.SHELTER.house),
                                one.ids.get(Provider.SHELTER).referral,
                                worker(Provider.SHELTER.accepts),
                                opened.plusSeconds(ACCEPTED),
                                team(Provider.SHELTER.house)));
            }
        }
    }

    private void leave() throws SQLException {
        for (Written one : written) {
            Course course = one.world.courses().get(Provider.SHELTER);
            if (course != null && course.end().accepted && course.stay() == Stay.LEFT) {
                ReferralsBySql.run(superuser, """
                        update placement set status = 'ENDED', end_reason = 'OWN_HOME', next_type = 'OWN_HOME', ended_at = '%2$s', ended_by = '%3$s',
                               changed_at = '%2$s', changed_by = '%3$s'
                         where placement_id = '%1$s'
                        """.formatted(
                                one.caseId, opened.plusSeconds(ENDED), worker(Provider.SHELTER.accepts)));
            }
        }
    }

    private void complete(Provider provider) throws SQLException {
        each(provider, course -> course.end() == End.COMPLETED, ids -> {
            run(
                    "select grants_end_for_referral(?, 'COMPLETED', caller_now() + make_interval(secs => ?))",
                    ids.referral,
                    READABLE);
            run("select own_domain_rests(?)", ids.referral);
        });
        each(
                provider,
                course -> course.end() == End.IN_SERVICE,
                ids -> run(
                        "update referral_card set status = 'IN_SERVICE', first_contact_at = caller_now() where referral_id = ?",
                        ids.referral));
        each(provider, course -> course.end() == End.NOT_COME, ids -> {
            run(
                    "update referral_card set status = 'NO_SHOW', not_attended_at = caller_now() where referral_id = ?",
                    ids.referral);
            run("select grants_end_for_referral(?, 'NO_SHOW', null)", ids.referral);
        });
    }

    private void end() throws SQLException {
        each(
                course -> course.end() == End.RAN_OUT,
                ids -> ReferralsBySql.run(
                        superuser,
                        "update referral_card set status = 'EXPIRED', expired_at = expires_at where referral_id = ?",
                        ids.referral));
        each(course -> course.end() == End.NO_LONGER_WANTED, ids -> {
            run(
                    "update referral_card set status = 'DECLINED_BY_SURVIVOR', survivor_declined_at = caller_now() where referral_id = ?",
                    ids.referral);
            run("select grants_end_for_referral(?, 'DECLINED_BY_SURVIVOR', null)", ids.referral);
        });
        each(course -> course.end() == End.IN_ERROR, ids -> {
            run(
                    "update referral_card set status = 'ENTERED_IN_ERROR', error_at = caller_now() where referral_id = ?",
                    ids.referral);
            run("select grants_end_for_referral(?, 'ENTERED_IN_ERROR', null)", ids.referral);
        });
        each(
                course -> course.end() == End.TAKEN_BACK,
                ids -> run("select grants_end_for_referral(?, 'SAFETY', null)", ids.referral));
        each(course -> course.end() == End.WITHDRAWN, ids -> {
            run(
                    "update consent set withdrawn_at = caller_now(), withdrawn_by = ? where consent_id = ?",
                    worker(LEAD),
                    ids.consent);
            run("select grants_end_for_consent(?)", ids.consent);
        });
    }

    private void keepBack() throws SQLException {
        for (Written one : written) {
            for (int house : one.world.keptBack().keySet()) {
                for (Category category : one.world.keptBack().get(house).keySet()) {
                    run(
                            "insert into exclusion (exclusion_id, case_id, organisation_id, category, part, said_at, recorded_by)"
                                    + " values (?, ?, ?, ?, ?, caller_now(), ?)",
                            UUID.randomUUID(),
                            one.caseId,
                            house(house),
                            (int) category.number(),
                            one.world.keptFrom(house, category),
                            worker(LEAD));
                }
            }
        }
    }

    private void offerLead() throws SQLException {
        for (Written one : written) {
            if (one.world.handing() != Handing.NONE) {
                run(
                        """
                        insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language,
                                             interpreter, given_at, expires_at, recorded_at, recorded_by)
                        values (gen_random_uuid(), ?, ?, 'CASE_MANAGEMENT', cast(? as smallint[]), 'SELF', 'WRITTEN', 'eng', 'NONE',
                                caller_now(), caller_now() + interval '90 days', caller_now(), ?)
                        """,
                        one.caseId,
                        house(2),
                        one.world.handing() == Handing.ACCEPTED_IN_PART ? "{0,1,3,9,10}" : "{0,1,3,4,7,9,10}",
                        worker(LEAD));
                run("""
                        insert into handover_card (handover_id, from_organisation_id, to_organisation_id, reason, age_band, sex, child, language,
                                                   interpreter, region, open_referrals, open_steps, open_hearings, status, proposed_at, proposed_by)
                        values (?, ?, ?, 'SHE_ASKS', '18_24', 'FEMALE', false, 'eng', 'NONE', 'NORTH', 0, 0, 0, 'PROPOSED', caller_now(), ?)
                        """, one.caseId, house(1), house(2), worker(LEAD));
                run("insert into handover (handover_id, case_id) values (?, ?)", one.caseId, one.caseId);
            }
        }
    }

    private void emergency(Rescuer rescuer) throws SQLException {
        List<UUID> endedEarly = new ArrayList<>();
        as(rescuer.number, rescuer.house, rescuer.role, EMERGENCY, () -> {
            for (Written one : written) {
                Emergency emergency = one.world.emergencies().get(rescuer.number);
                if (emergency != null) {
                    UUID id = UUID.randomUUID();
                    run(
                            "select emergency_ask(?, ?, 'MEDICAL', 'w', cast(? as smallint[]), true)",
                            id,
                            code(one.caseId),
                            numbers(emergency.asked()));
                    application.commit();
                    forgetHowOften();
                    reopen(rescuer);
                    if (emergency.endedEarly()) {
                        endedEarly.add(id);
                    }
                }
            }
        });
        as(rescuer.number, rescuer.house, rescuer.role, ENDED, () -> {
            for (UUID id : endedEarly) {
                run("select emergency_end(?)", id);
            }
        });
    }

    private void reopen(Rescuer rescuer) throws SQLException {
        run(
                "select caller_open(?, ?, ?, ?)",
                worker(rescuer.number),
                house(rescuer.house),
                application.createArrayOf("text", new Object[] {rescuer.role}),
                opened.plusSeconds(EMERGENCY).atOffset(ZoneOffset.UTC));
    }

    /** So many drawn cases are more than one person may ask for within a day. */
    private void forgetHowOften() throws SQLException {
        ReferralsBySql.run(
                superuser,
                "update emergency_access set asked_at = asked_at - interval '2 days' where asked_at > now() - interval '1 day'");
    }

    private static String code(UUID caseId) {
        return caseId.toString().substring(0, 18);
    }

    /** The offer has the id of its case here. */
    private void handing(String act, Handing of, boolean allButThose) throws SQLException {
        for (Written one : written) {
            if (one.world.handing() == of != allButThose) {
                run(act, one.caseId);
            }
        }
    }

    /** With the id of the case for the guardian and for who signs in. */
    private void nameGuardians() throws SQLException {
        for (Written one : guarded()) {
            Mandate mandate = one.world.guarding().mandate();
            run(
                    """
                    insert into guardian (guardian_id, case_id, type, name, relation, powers, order_reference, conflict_checked_by,
                                          conflict_checked_at, %s, mandate_from, mandate_until, recorded_at, recorded_by)
                    values (?, ?, 'INDEPENDENT_ADVOCATE', 'Teresa', 'OTHER', '{CONSENT}', 'C 1', 'court', caller_now(), caller_now(),
                            caller_now() + make_interval(secs => cast(? as int)), caller_now() + make_interval(secs => cast(? as int)),
                            caller_now(), ?)
                    """.formatted(
                                    mandate == Mandate.TEMPORARY || mandate == Mandate.APPOINTED_LATER
                                            ? "temporary_at"
                                            : "appointed_at"),
                    one.caseId,
                    one.caseId,
                    mandate == Mandate.BEGINS_LATER ? (int) (MANDATE_BEGINS - AGREED) : null,
                    mandate == Mandate.ENDS_BY_ITSELF || mandate == Mandate.APPOINTED_LATER
                            ? (int) (MANDATE_ENDS - AGREED)
                            : null,
                    worker(LEAD));
            run("select sign_in_name(?, ?, ?)", one.caseId, one.caseId, worker(GUARDIAN));
        }
    }

    private void agreeToGuardians() throws SQLException {
        for (Written one : guarded()) {
            switch (one.world.guarding().mandate()) {
                case NAMED -> {} // nobody has looked at it yet
                case REFUSED -> run("select sign_in_close(?)", one.caseId);
                default -> run("select sign_in_agree(?)", one.caseId);
            }
        }
    }

    private void shareWithGuardians() throws SQLException {
        for (Written one : guarded()) {
            Guarding guarding = one.world.guarding();
            if (!guarding.agreed().isEmpty()) {
                run(
                        """
                        insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, guardian_id, medium,
                                             language, interpreter, given_at, expires_at, recorded_at, recorded_by)
                        values (?, ?, ?, 'SHARE_REFERRAL', cast(? as smallint[]), ?, ?, 'WRITTEN', 'eng', 'NONE',
                                caller_now(), caller_now() + make_interval(days => ?), caller_now(), ?)
                        """,
                        one.caseId,
                        one.caseId,
                        house(GUARDIANS_HOUSE),
                        numbers(guarding.agreed()),
                        guarding.own() ? "GUARDIAN" : "SELF",
                        guarding.own() ? one.caseId : null,
                        guarding.lastsDays(),
                        worker(LEAD));
            }
        }
    }

    private void moveMandates() throws SQLException {
        for (Written one : guarded()) {
            String moved =
                    switch (one.world.guarding().mandate()) {
                        case IN_DOUBT -> "review_at = caller_now()";
                        case REPLACED -> "review_at = caller_now(), replaced_at = caller_now()";
                        case ENDED -> "ended_at = caller_now()";
                        case SOMEBODY_ELSE -> "name = 'Ines'";
                        case APPOINTED_LATER -> "appointed_at = caller_now(), mandate_until = null";
                        default -> "";
                    };
            if (!moved.isEmpty()) {
                run("update guardian set " + moved + " where guardian_id = ?", one.caseId);
            }
            switch (one.world.guarding().mandate()) {
                case EXCLUDED -> exclude(one, "PARENT", one.caseId);
                case EXCLUDED_BY_RELATION -> exclude(one, "OTHER", null);
                case CLOSED -> run("select sign_in_close(?)", one.caseId);
                default -> {} // it goes on, or ended above
            }
            if (one.world.guarding().takenBack()) {
                run(
                        "update consent set withdrawn_at = caller_now(), withdrawn_by = ? where consent_id = ?",
                        worker(LEAD),
                        one.caseId);
                run(
                        "select grants_end_for_consent(?) where exists (select from consent where consent_id = ?)",
                        one.caseId,
                        one.caseId);
            }
        }
    }

    private void exclude(Written one, String relation, UUID guardian) throws SQLException {
        run(
                "insert into excluded_person (excluded_person_id, case_id, relation, guardian_id, recorded_at, recorded_by)"
                        + " values (gen_random_uuid(), ?, ?, ?, caller_now(), ?)",
                one.caseId,
                relation,
                guardian,
                worker(LEAD));
    }

    private List<Written> guarded() {
        return written.stream()
                .filter(one -> one.world.guarding().mandate() != Mandate.NOBODY)
                .toList();
    }

    /** Nobody's own act today: written from below. */
    private void conflict() throws SQLException {
        for (Written one : written) {
            if (one.world.conflicted() > 0) {
                ReferralsBySql.run(
                        superuser,
                        "insert into conflict_declaration (worker_id, case_id, declared_at) values (?, ?, ?)",
                        worker(one.world.conflicted()),
                        one.caseId,
                        opened.atOffset(ZoneOffset.UTC));
            }
        }
    }

    private void each(Predicate<Course> which, Act act) throws SQLException {
        for (Provider provider : Provider.values()) {
            each(provider, which, act);
        }
    }

    private void each(Provider provider, Predicate<Course> which, Act act) throws SQLException {
        for (Written one : written) {
            Course course = one.world.courses().get(provider);
            if (course != null && which.test(course)) {
                act.on(one.ids.get(provider));
            }
        }
    }

    private void as(int person, int house, String role, long second, Acting acting) throws SQLException {
        run(
                "select caller_open(?, ?, ?, ?)",
                worker(person),
                house(house),
                application.createArrayOf("text", new Object[] {role}),
                opened.plusSeconds(second).atOffset(ZoneOffset.UTC));
        acting.run();
        application.commit();
    }

    private void run(String sql, Object... values) throws SQLException {
        ReferralsBySql.run(application, sql, values);
    }

    private static String numbers(Set<Category> categories) {
        return Category.numbers(categories).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    static UUID worker(int number) {
        return ReferralsBySql.demo("8000", number);
    }

    static UUID house(int number) {
        return ReferralsBySql.demo("9000", number);
    }

    static UUID team(int number) {
        return ReferralsBySql.demo("a000", number);
    }

    private static UUID demo(String kind, int number) {
        return ReferralsBySql.demo(kind, number);
    }

    private record Ids(UUID consent, UUID referral) {}

    private interface Act {
        void on(Ids ids) throws SQLException;
    }

    private interface Acting {
        void run() throws SQLException;
    }
}
