package org.alongside.access;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Openness.AssignmentFact;
import org.alongside.access.Openness.ExclusionFact;
import org.alongside.access.Openness.GrantFact;

/** People, roles, teams, cases, grants, withdrawals and conflicts drawn at random, with the edges that always matter. */
final class RandomWorld {
    static final List<Category> EMERGENCY = List.of(
            Category.IDENTITY,
            Category.CONTACT_LOCATION,
            Category.DEMOGRAPHICS,
            Category.TRAFFICKING_EXPERIENCE,
            Category.HEALTH,
            Category.SAFETY_RISK);

    record Person(UUID id, UUID organisation, Set<UUID> circles, Set<Role> roles, boolean left) {}

    record Case(
            UUID id,
            List<GrantFact> grants,
            List<AssignmentFact> assignments,
            List<ExclusionFact> exclusions,
            Set<UUID> conflicts,
            Plan plan,
            UUID lawyers) {}

    /**
     * A goal with one step towards it: who wrote each, whose the step is, and who she lets know her plan now; to all others she said
     * so, too, and took it back.
     */
    record Plan(UUID goal, UUID goalBy, UUID stepBy, UUID stepOf, Set<UUID> agreed) {}

    private static final Set<Category> EXCLUDABLE = EnumSet.complementOf(
            EnumSet.of(Category.LAW_ENFORCEMENT_INTELLIGENCE, Category.REFERRALS, Category.STATISTICS));
    private static final Set<Category> HAS_MINIMUM =
            EnumSet.of(Category.IDENTITY, Category.DEMOGRAPHICS, Category.LEGAL, Category.SAFETY_RISK);

    /** In a minute: of what has ended when it is written the time line keeps nothing, and writing takes its time on a busy machine. */
    final Instant now = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

    final List<Person> people = new ArrayList<>();
    final List<Case> cases = new ArrayList<>();

    private final Random random;
    private final List<UUID> organisations = new ArrayList<>();
    private final List<UUID[]> teams = new ArrayList<>();
    private final List<Boolean> shifts = new ArrayList<>();
    private final List<UUID> referrals = Arrays.asList(null, UUID.randomUUID());

    RandomWorld(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            organisations.add(UUID.randomUUID());
        }
        for (UUID organisation : organisations) {
            for (boolean shift : new boolean[] {false, true}) {
                teams.add(new UUID[] {UUID.randomUUID(), organisation});
                shifts.add(shift);
            }
        }
        for (int i = 0; i < 9; i++) {
            people.add(person(i));
        }
        for (int i = 0; i < 4; i++) {
            cases.add(drawCase());
        }
    }

    private Person person(int number) {
        UUID organisation = organisations.get(number % organisations.size());
        UUID id = UUID.randomUUID();
        Set<UUID> circles = new HashSet<>(Set.of(id));
        for (int t = 0; t < teams.size(); t++) {
            boolean ours = teams.get(t)[1].equals(organisation);
            if (ours && random.nextBoolean()) {
                circles.add(teams.get(t)[0]);
            }
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (number == 0) {
            roles.add(Role.ADM);
        } else {
            roles.add(Role.values()[random.nextInt(Role.values().length)]);
            if (random.nextInt(3) == 0) {
                roles.add(Role.values()[random.nextInt(Role.values().length)]);
            }
        }
        return new Person(id, organisation, circles, roles, number == 8);
    }

    private Case drawCase() {
        List<GrantFact> grants = new ArrayList<>();
        List<AssignmentFact> assignments = new ArrayList<>();
        for (int i = 0, n = 3 + random.nextInt(12); i < n; i++) {
            grants.add(grant());
        }
        Person twice = people.get(random.nextInt(people.size()));
        grants.add(new GrantFact(
                twice.organisation(), null, null, Category.IDENTITY, 'M', "REFERRAL", ago(9), later(5), null));
        grants.add(new GrantFact(
                twice.organisation(),
                twice.id(),
                null,
                Category.IDENTITY,
                'R',
                "CONSENT",
                ago(9),
                now.plusSeconds(1),
                null));
        for (int i = 0, n = random.nextInt(5); i < n; i++) {
            grants.add(emergency());
        }
        for (int i = 0, n = random.nextInt(6); i < n; i++) {
            grants.add(mandate());
        }
        for (int i = 0, n = 1 + random.nextInt(5); i < n; i++) {
            UUID[] team = teams.get(random.nextInt(teams.size()));
            List<Person> there = people.stream()
                    .filter(person -> person.organisation().equals(team[1]))
                    .toList();
            UUID worker = random.nextBoolean()
                    ? there.get(random.nextInt(there.size())).id()
                    : null;
            assignments.add(new AssignmentFact(
                    team[1],
                    team[0],
                    worker,
                    referral(),
                    ago(random.nextInt(3)),
                    random.nextBoolean() ? null : later(random.nextInt(4))));
        }
        Set<UUID> conflicts = new HashSet<>();
        if (random.nextInt(3) == 0) {
            conflicts.add(people.get(random.nextInt(people.size())).id());
        }
        return new Case(
                UUID.randomUUID(), grants, assignments, drawExclusions(), conflicts, drawPlan(), organisation());
    }

    /** At most one live word of an organisation and a kind of information. */
    private List<ExclusionFact> drawExclusions() {
        List<ExclusionFact> exclusions = new ArrayList<>();
        for (UUID organisation : organisations) {
            for (Category category : Category.values()) {
                if (EXCLUDABLE.contains(category) && random.nextInt(4) == 0) {
                    boolean part = HAS_MINIMUM.contains(category) && random.nextBoolean();
                    exclusions.add(new ExclusionFact(organisation, category, part ? "BEYOND_MINIMUM" : "WHOLE"));
                }
            }
        }
        return exclusions;
    }

    private Plan drawPlan() {
        Set<UUID> agreed = new HashSet<>();
        for (UUID organisation : organisations) {
            if (random.nextBoolean()) {
                agreed.add(organisation);
            }
        }
        return new Plan(UUID.randomUUID(), organisation(), organisation(), organisation(), agreed);
    }

    private UUID organisation() {
        return organisations.get(random.nextInt(organisations.size()));
    }

    /** Who leads every case of this world. */
    UUID lead() {
        return teams.get(0)[1];
    }

    private UUID referral() {
        return referrals.get(random.nextInt(referrals.size()));
    }

    private GrantFact grant() {
        UUID organisation = organisations.get(random.nextInt(organisations.size()));
        List<Person> there = people.stream()
                .filter(person -> person.organisation().equals(organisation))
                .toList();
        UUID worker =
                random.nextInt(4) == 0 ? there.get(random.nextInt(there.size())).id() : null;
        Instant from = random.nextInt(5) == 0 ? later(1) : ago(random.nextInt(4));
        Instant until = random.nextInt(3) == 0 ? later(2 + random.nextInt(3)) : later(400);
        Instant ended = random.nextInt(4) == 0 ? later(random.nextInt(3) - 1) : null;
        return new GrantFact(
                organisation,
                worker,
                referral(),
                Category.values()[random.nextInt(Category.values().length)],
                "FRWME".charAt(random.nextInt(5)),
                List.of("LEAD", "CONSENT", "REFERRAL", "LEGAL_DUTY").get(random.nextInt(4)),
                from,
                until,
                ended);
    }

    /** To one person, of what may be asked for, for four hours at most: over, under way, or ended early. */
    private GrantFact emergency() {
        Person person = people.get(random.nextInt(people.size()));
        Category category = EMERGENCY.get(random.nextInt(EMERGENCY.size()));
        Instant from = now.minus(Duration.ofMinutes(random.nextInt(300)));
        Instant ended = random.nextInt(4) == 0 ? from.plus(Duration.ofMinutes(random.nextInt(200))) : null;
        return new GrantFact(
                person.organisation(),
                person.id(),
                null,
                category,
                category == Category.CONTACT_LOCATION || random.nextInt(3) == 0 ? 'M' : 'R',
                "EMERGENCY",
                from,
                from.plus(Duration.ofMinutes(1 + random.nextInt(240))),
                ended);
    }

    /** To one person as her guardian: to come, under way, over by its date or ended before. */
    private GrantFact mandate() {
        Person person = people.get(random.nextInt(people.size()));
        return new GrantFact(
                person.organisation(),
                person.id(),
                null,
                Category.values()[random.nextInt(Category.values().length)],
                "RME".charAt(random.nextInt(3)),
                "GUARDIAN",
                random.nextInt(5) == 0 ? later(1) : ago(random.nextInt(4)),
                random.nextInt(3) == 0 ? later(random.nextInt(3) - 1) : later(400),
                random.nextInt(4) == 0 ? later(random.nextInt(3) - 1) : null);
    }

    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days + 1L));
    }

    private Instant later(int days) {
        return now.plus(Duration.ofDays(days)).plusSeconds(days < 0 ? 0 : 60);
    }

    /** Writes the world from below, as a superuser; the time line is made by the product's own triggers. */
    void write(Connection superuser) throws SQLException {
        for (UUID organisation : organisations) {
            run(
                    superuser,
                    "insert into organisation (organisation_id, alias, name, type, region) values (?, ?, 'o', 'NGO', 'NORTH')",
                    organisation,
                    organisation.toString());
        }
        for (int t = 0; t < teams.size(); t++) {
            run(
                    superuser,
                    "insert into team values (?, ?, 't', ?)",
                    teams.get(t)[0],
                    teams.get(t)[1],
                    shifts.get(t) ? "SHIFT" : "PERSON");
        }
        for (Person person : people) {
            run(
                    superuser,
                    "insert into worker (worker_id, subject, organisation_id, name, left_at) values (?, ?, ?, 'w', ?)",
                    person.id(),
                    person.id().toString(),
                    person.organisation(),
                    person.left() ? now.minusSeconds(5) : null);
            for (int t = 0; t < teams.size(); t++) {
                if (person.circles().contains(teams.get(t)[0])) {
                    run(
                            superuser,
                            "insert into team_member values (?, ?, true, ?, null)",
                            teams.get(t)[0],
                            person.id(),
                            ago(9));
                }
            }
        }
        for (Case drawn : cases) {
            write(superuser, drawn);
        }
    }

    private void write(Connection superuser, Case drawn) throws SQLException {
        UUID[] team = teams.get(0);
        UUID worker = people.get(0).id();
        run(superuser, """
                insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                       opened_at, opened_by, next_due)
                values (?, ?, 'ACTIVE', ?, ?, ?, 'SELF', ?, ?, current_date)
                """, drawn.id(), drawn.id().toString(), team[1], team[0], worker, ago(9), worker);
        for (String row : List.of(
                "identity_minimum (case_id, preferred_name, age_band, child) values (?, 'n', '18_24', false)",
                "identity (case_id, age_basis, maybe_child) values (?, 'ESTIMATED', false)",
                "contact (case_id, channel, leave_message) values (?, 'IN_PERSON', 'NO')",
                "demographics_minimum (case_id, language, interpreter) values (?, 'eng', 'NONE')",
                "demographics (case_id, sex, region) values (?, 'FEMALE', 'NORTH')",
                "safety_minimum (case_id, risk_level, in_danger) values (?, 'HIGH', false)",
                "safety (case_id) values (?)")) {
            run(superuser, "insert into " + row, drawn.id());
        }
        run(
                superuser,
                "insert into trafficking_experience (case_id, outcome, screened_at, screened_by) values (?, 'UNCLEAR', ?, ?)",
                drawn.id(),
                ago(8),
                worker);
        run(
                superuser,
                "insert into immediate_need (case_id, need, recorded_at, recorded_by) values (?, 'MEDICAL', ?, ?)",
                drawn.id(),
                ago(8),
                worker);
        write(superuser, drawn.id(), drawn.plan(), worker);
        writeMatter(superuser, drawn, worker);
        for (AssignmentFact assignment : drawn.assignments()) {
            run(
                    superuser,
                    "insert into assignment values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?)",
                    drawn.id(),
                    assignment.organisation(),
                    assignment.team(),
                    assignment.worker(),
                    assignment.from(),
                    assignment.until(),
                    worker,
                    assignment.referral());
        }
        for (UUID person : drawn.conflicts()) {
            run(superuser, "insert into conflict_declaration values (?, ?, ?, null)", person, drawn.id(), ago(1));
        }
        writeTiesThatCloseNothing(superuser, drawn);
        writeCard(superuser, drawn, worker);
        writeGrants(superuser, drawn, worker); // after ties and consents, which would end or move what a guardian has
        for (ExclusionFact exclusion : drawn.exclusions()) {
            run(
                    superuser,
                    "insert into exclusion (exclusion_id, case_id, organisation_id, category, part, said_at, recorded_by)"
                            + " values (gen_random_uuid(), ?, ?, ?, ?, ?, ?)",
                    drawn.id(),
                    exclusion.organisation(),
                    (int) exclusion.category().number(),
                    exclusion.part(),
                    ago(1),
                    worker);
        }
        if (!drawn.exclusions().isEmpty()) { // and one that she took back, which closes nothing any more
            run(
                    superuser,
                    "insert into exclusion (exclusion_id, case_id, organisation_id, category, part, said_at, recorded_by, lifted_at, lifted_by)"
                            + " select gen_random_uuid(), ?, organisation_id, 0, 'WHOLE', ?, ?, ?, ? from unnest(?::uuid[]) organisation_id",
                    drawn.id(),
                    ago(2),
                    worker,
                    ago(1),
                    worker,
                    superuser.createArrayOf("uuid", organisations.toArray()));
        }
    }

    private void writeGrants(Connection superuser, Case drawn, UUID worker) throws SQLException {
        for (GrantFact grant : drawn.grants()) {
            UUID emergency = "EMERGENCY".equals(grant.basis()) ? UUID.randomUUID() : null;
            if (emergency != null) {
                run(
                        superuser,
                        """
                        insert into emergency_access (emergency_access_id, organisation_id, worker_id, asked_at, life_in_danger, lapses_at,
                                                      opened_at, open_until, review_by)
                        values (?, ?, ?, ?, true, ?, ?, ?, ?)
                        """,
                        emergency,
                        grant.organisation(),
                        grant.worker(),
                        grant.from(),
                        grant.from(),
                        grant.from(),
                        grant.until(),
                        grant.until());
            }
            run(
                    superuser,
                    """
                    insert into access_grant (grant_id, case_id, organisation_id, worker_id, referral_id, category, level, basis, valid_from, valid_until,
                                              given_by, ended_at, end_reason, emergency_access_id, sign_in_id)
                    values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    drawn.id(),
                    grant.organisation(),
                    grant.worker(),
                    grant.referral(),
                    (int) grant.category().number(),
                    String.valueOf(grant.level()),
                    grant.basis(),
                    grant.from(),
                    grant.until(),
                    worker,
                    grant.ended(),
                    grant.ended() == null ? null : "drawn",
                    emergency,
                    "GUARDIAN".equals(grant.basis()) ? writeSignIn(superuser, drawn, grant) : null);
        }
    }

    private UUID writeSignIn(Connection superuser, Case drawn, GrantFact grant) throws SQLException {
        UUID id = UUID.randomUUID();
        run(superuser, """
                insert into guardian (guardian_id, case_id, type, name, needed_at, temporary_at, recorded_at, recorded_by)
                values (?, ?, 'LEGAL_GUARDIAN', 'g', ?, ?, ?, ?)
                """, id, drawn.id(), ago(9), ago(9), ago(9), grant.worker());
        List<UUID> others = people.stream()
                .map(Person::id)
                .filter(other -> !other.equals(grant.worker()))
                .toList();
        run(
                superuser,
                "insert into guardian_sign_in (sign_in_id, guardian_id, case_id, organisation_id, worker_id, named_at, named_by, agreed_at, agreed_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                id,
                drawn.id(),
                grant.organisation(),
                grant.worker(),
                ago(9),
                others.get(0),
                ago(9),
                others.get(1));
        return id;
    }

    /** Ties that were lifted, also beside one that stands, and ties to no file at all. */
    private void writeTiesThatCloseNothing(Connection superuser, Case drawn) throws SQLException {
        for (Person person : people) {
            if (random.nextInt(3) == 0) {
                run(
                        superuser,
                        "insert into conflict_declaration values (?, ?, ?, ?)",
                        person.id(),
                        drawn.id(),
                        ago(3),
                        ago(2));
            }
            if (random.nextInt(3) == 0) {
                run(
                        superuser,
                        "insert into conflict_declaration (worker_id, case_id, case_code, declared_at) values (?, ?, 'none', ?)",
                        person.id(),
                        UUID.randomUUID(),
                        ago(1));
            }
        }
    }

    /** The card of a referral of this case, sent to the organisation of the lawyers. */
    static UUID card(Case drawn) {
        return UUID.nameUUIDFromBytes(drawn.id().toString().getBytes(StandardCharsets.UTF_8));
    }

    private void writeCard(Connection superuser, Case drawn, UUID worker) throws SQLException {
        UUID consent = UUID.randomUUID();
        run(superuser, """
                insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                     given_at, expires_at, recorded_at, recorded_by)
                values (?, ?, ?, 'SHARE_REFERRAL', '{0}', 'SELF', 'WRITTEN', 'eng', 'NONE', ?, ?, ?, ?)
                """, consent, drawn.id(), drawn.lawyers(), ago(2), later(9), ago(2), worker);
        run(superuser, """
                insert into referral_card (referral_id, sender_organisation_id, recipient_organisation_id, service_id, service_type, urgency,
                                           age_band, sex, child, language, interpreter, region, categories, submitted_at, sent_at, status,
                                           agreed_until)
                select ?, ?, ?, service_id, service_type, 'URGENT', '18_24', 'FEMALE', false, 'eng', 'NONE', 'NORTH', '{0}', ?, ?, 'SENT', ?
                  from service limit 1
                """, card(drawn), lead(), drawn.lawyers(), ago(1), ago(1), later(9));
        run(superuser, """
                insert into referral (referral_id, case_id, sender_organisation_id, recipient_organisation_id, consent_id, categories, approval,
                                      submitted_by, askers)
                values (?, ?, ?, ?, ?, '{0}', 'NONE', ?, array[?])
                """, card(drawn), drawn.id(), lead(), drawn.lawyers(), consent, worker, worker);
    }

    private void writeMatter(Connection superuser, Case drawn, UUID worker) throws SQLException {
        UUID matter = UUID.randomUUID();
        run(
                superuser,
                "insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by) values (?, ?, ?, ?, ?)",
                matter,
                drawn.id(),
                drawn.lawyers(),
                ago(2),
                worker);
        for (String part : List.of(
                "matter_stage (matter_id, case_id, organisation_id, stage) values (?, ?, ?, 'ADVICE')",
                "matter_file (matter_id, case_id, organisation_id, track) values (?, ?, ?, 'ASYLUM')",
                "hearing_minimum (matter_id, case_id, organisation_id) values (?, ?, ?)")) {
            run(superuser, "insert into " + part, matter, drawn.id(), drawn.lawyers());
        }
    }

    private void write(Connection superuser, UUID caseId, Plan plan, UUID worker) throws SQLException {
        run(superuser, """
                insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by)
                values (?, ?, ?, 'HOUSING', 's', 'NOW', 'PROPOSED', ?, ?)
                """, plan.goal(), caseId, plan.goalBy(), ago(3), worker);
        run(superuser, """
                insert into action_step (step_id, goal_id, case_id, organisation_id, what, owner_organisation_id, owner_role, due_on, status,
                                         written_at, written_by)
                values (gen_random_uuid(), ?, ?, ?, 'w', ?, 'SHS', current_date, 'PLANNED', ?, ?)
                """, plan.goal(), caseId, plan.stepBy(), plan.stepOf(), ago(3), worker);
        for (UUID recipient : organisations) {
            boolean withdrawn = !plan.agreed().contains(recipient);
            run(
                    superuser,
                    """
                    insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                         given_at, expires_at, recorded_at, recorded_by, withdrawn_at, withdrawn_by)
                    values (gen_random_uuid(), ?, ?, 'SHARE_REFERRAL', '{10}', 'SELF', 'WRITTEN', 'eng', 'NONE', ?, ?, ?, ?, ?, ?)
                    """,
                    caseId,
                    recipient,
                    ago(3),
                    later(400),
                    ago(3),
                    worker,
                    withdrawn ? ago(1) : null,
                    withdrawn ? worker : null);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                Object value = values[at] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[at];
                statement.setObject(at + 1, value);
            }
            statement.executeUpdate();
        }
    }
}
