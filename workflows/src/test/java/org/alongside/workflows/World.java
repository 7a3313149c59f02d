package org.alongside.workflows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.alongside.access.Errand;
import org.alongside.access.OfCases;
import org.alongside.access.Role;
import org.alongside.access.SystemIdentity;
import org.alongside.account.Accounts.Trouble;
import org.alongside.attestation.AttestationService;
import org.alongside.casefile.RetentionService;
import org.alongside.code.Settings;
import org.alongside.counselling.SessionService;
import org.alongside.courtorder.CourtOrderService;
import org.alongside.defence.DefenceService;
import org.alongside.followup.FollowUpService;
import org.alongside.handover.HandoverService;
import org.alongside.health.DatabaseWatch;
import org.alongside.housing.GapService;
import org.alongside.housing.PlacementService;
import org.alongside.housing.PlacementSides;
import org.alongside.housing.TalkService;
import org.alongside.interview.InterviewService;
import org.alongside.organisation.Partners;
import org.alongside.organisation.TeamService;
import org.alongside.organisation.WorkerService;
import org.alongside.outcome.MeasureAskService;
import org.alongside.police.PoliceService;
import org.alongside.proceeding.HearingService;
import org.alongside.referral.AnswerTimes;
import org.alongside.referral.ReferralEvent.ReferralExpired;
import org.alongside.referral.ReferralService;
import org.alongside.referral.RenewalService;
import org.alongside.referral.Urgency;
import org.alongside.restriction.RestrictionService;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.AttestationId;
import org.alongside.shared.Clock;
import org.alongside.shared.ClockMoved;
import org.alongside.shared.CourtOrderId;
import org.alongside.shared.ExportId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.ImportId;
import org.alongside.shared.InterviewId;
import org.alongside.shared.NonPunishmentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.RestrictionId;
import org.alongside.shared.SittingId;
import org.alongside.shared.ThreatId;
import org.alongside.shared.WorkerId;
import org.alongside.transfer.ExportService;
import org.alongside.transfer.ImportService;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.alongside.worklist.EngineTask;
import org.alongside.worklist.OverlookedService;
import org.alongside.worklist.StaffTable;
import org.alongside.worklist.TaskGroup;
import org.alongside.worklist.TaskOffered;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;

/** The engine on a real database, two organisations and a coordinator, and a domain that answers as the real one does. */
final class World {
    static final OrganisationId HARBOUR_LIGHT = OrganisationId.random();
    static final OrganisationId CEDAR_HOUSE = OrganisationId.random();
    static final OrganisationId COORDINATION = OrganisationId.random();

    static final WorkerId AMINA = WorkerId.random();

    private static World shared;

    final DataSource database;
    final ProcessEngine engine;
    final ContainerJobExecutor jobs = new ContainerJobExecutor(World::thread, World::thread, new DatabaseWatch(), 100);
    final ReferralMoves referrals;
    final CaseMoves cases;
    final ClosingMoves closings;
    final EmergencyMoves emergencies;
    final DisclosureMoves disclosures;
    final NotificationMoves notifications;
    final PlacementMoves placements;
    final GapMoves gaps;
    final MissingMoves missing;
    final MissingTable missingTimes;
    final SafetyMoves safety;
    final SafetyDecisions safetyTables;
    final IncidentMoves incidents;
    final RiskMoves risks;
    final OverlookedMoves overlooked;
    final EngineOverlooked undone;
    final RestrictionMoves restrictions;
    final TalkMoves talks;
    final CareMoves care;
    final InterviewMoves interviews;
    final DefenceMoves defences;
    final CourtOrderMoves orders;
    final ThreatMoves threats;
    final CounselMoves counsel;
    final OrderTable orderTimes;
    final LivingMoves living;
    final WindowTable windows;
    final CounsellingMoves counselling;
    final CounsellingTable counsellingTimes;
    final ClosingTable closingTimes;
    final FollowUpMoves followUps;
    final FollowUpTable followUpTimes;
    final MeasureMoves measures;
    final MeasureTable measureTimes;
    final HearingMoves hearings;
    final HearingTable hearingTimes;
    final LegalDeadlineMoves deadlines;
    final LegalWarningTable warnings;
    final ReintegrationMoves reintegrations;
    final RecoveryMoves recoveries;
    final ReturnTable returnTimes;
    final DeadlineTables tables;
    final EngineTasks tasks;
    final EngineJourneys journeys;
    final EngineFailedWork failures;

    /** What the process asked the domain to do, in order, for example {@code remind}. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** The tasks that began to wait for people. */
    final List<TaskOffered> offered = new CopyOnWriteArrayList<>();

    /** Thrown by the next door that is called, if there is one. */
    RuntimeException broken;

    /** What else happens while a door is called. */
    Runnable meanwhile = () -> {};

    /** Whether the domain agrees that the time has run out. */
    boolean domainLetsItRunOut = true;

    /** What the identity provider answers with, if it is troubled. */
    Trouble.Kind trouble;

    /** How many more times there are clocks of before to begin. */
    int batchesLeft;

    /** How many more times there are rows to be opened. */
    int rowsLeft;

    /** Whether somebody still is to say who came to a session. */
    boolean somebodyWaits = true;

    /** The houses of her lawyers. */
    List<OrganisationId> lawyers = List.of();

    /** The house where she lives; null: she lives in none. */
    OrganisationId livesIn;

    /** The organisations whose data protection watches over who leads. */
    List<OrganisationId> protectors = List.of(HARBOUR_LIGHT);

    /** Whether she who is placed is a child. */
    boolean child;

    /** Who is away, if somebody is. */
    WorkerId away;

    List<OrganisationId> coordinating = List.of(COORDINATION);
    int systemCalls;

    private boolean system;

    World(DataSource database) {
        this.database = database;
        EngineClock.set(Clock.get().ahead());
        var configuration = new StandaloneProcessEngineConfiguration();
        var beans = new HashMap<Object, Object>();
        EngineSettings.apply(configuration, beans);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new OfferedTasks(offered::add))));
        configuration.setDataSource(database);
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJobExecutor(jobs);
        SystemIdentity identity = identity();
        // the beans need the engine and the engine the beans, as in the server, where the container puts a proxy
        // between
        var later = new ProcessEngine[1];
        beans.put(
                "referralProcess",
                new ReferralProcess(
                        doors(),
                        () -> coordinating,
                        urgency -> new DeadlineTables(later[0]).forReferral(urgency),
                        identity));
        beans.put("agreementProcess", new AgreementProcess(renewals(), identity));
        beans.put("attestationProcess", new AttestationProcess(attestations(), identity));
        beans.put("retentionProcess", new RetentionProcess(retention(), identity));
        engine = configuration.buildProcessEngine();
        later[0] = engine;
        beans.put("staffProcess", new StaffProcess(workers(), teams(), new EngineTasks(engine), identity));
        beans.put("transferProcess", new TransferProcess(imports(), exports(), identity));
        beans.put("handoverProcess", new HandoverProcess(handovers(), identity));
        beans.put("placementProcess", new PlacementProcess(houses(), gapDoor(), talkDoor(), periods(), identity));
        beans.put("counsellingProcess", new CounsellingProcess(sessions(), identity));
        beans.put("restrictionProcess", new RestrictionProcess(limits(), periods(), identity));
        beans.put("outcomeProcess", new OutcomeProcess(measureDoor(), followUpDoor(), identity));
        beans.put("hearingProcess", new HearingProcess(hearingDoor(), identity));
        beans.put("interviewProcess", new InterviewProcess(interviewDoor(), identity));
        beans.put("nonPunishmentProcess", new NonPunishmentProcess(defenceDoor(), identity));
        beans.put("threatProcess", new ThreatProcess(policeDoor(), identity));
        beans.put("courtOrderProcess", new CourtOrderProcess(orderDoor(), identity));
        beans.put("overlookedProcess", new OverlookedProcess(undone(), identity));
        new Models(engine).deploy();
        tables = new DeadlineTables(engine);
        referrals = new ReferralMoves(engine, tables, partners());
        cases = new CaseMoves(engine);
        closings = new ClosingMoves(engine);
        emergencies = new EmergencyMoves(engine);
        notifications = new NotificationMoves(engine);
        safety = new SafetyMoves(engine, () -> coordinating);
        safetyTables = new SafetyDecisions(engine);
        incidents = new IncidentMoves(engine);
        risks = new RiskMoves(engine);
        overlooked = new OverlookedMoves(engine, () -> coordinating);
        undone = new EngineOverlooked(engine);
        counselling = new CounsellingMoves(engine);
        counsellingTimes = new CounsellingTable(engine);
        restrictions = new RestrictionMoves(engine);
        talks = new TalkMoves(engine);
        care = new CareMoves(engine);
        interviews = new InterviewMoves(engine);
        defences = new DefenceMoves(engine);
        orders = new CourtOrderMoves(engine);
        threats = new ThreatMoves(engine);
        counsel = new CounselMoves(engine);
        orderTimes = new OrderTable(engine);
        living = new LivingMoves(engine);
        windows = new WindowTable(engine);
        closingTimes = new ClosingTable(engine);
        followUps = new FollowUpMoves(engine);
        followUpTimes = new FollowUpTable(engine);
        measures = new MeasureMoves(engine);
        measureTimes = new MeasureTable(engine);
        hearings = new HearingMoves(engine);
        hearingTimes = new HearingTable(engine);
        deadlines = new LegalDeadlineMoves(engine);
        warnings = new LegalWarningTable(engine);
        reintegrations = new ReintegrationMoves(engine);
        recoveries = new RecoveryMoves(engine);
        returnTimes = new ReturnTable(engine);
        disclosures = new DisclosureMoves(engine, offered::add);
        placements = new PlacementMoves(engine, sides());
        missing = new MissingMoves(engine, offered::add);
        missingTimes = new MissingTable(engine);
        gaps = new GapMoves(engine);
        tasks = new EngineTasks(engine);
        journeys = new EngineJourneys(engine);
        failures = new EngineFailedWork(engine);
    }

    /** One engine for all tests that do not restart it. */
    static synchronized World shared() {
        if (shared == null) {
            shared = new World(EngineDatabase.create("shared"));
        }
        return shared;
    }

    /** As on the first day: nothing runs, nothing was asked. */
    World fresh() {
        engine.getRuntimeService().createProcessInstanceQuery().list().forEach(process -> engine.getRuntimeService()
                .deleteProcessInstance(process.getId(), "end of test"));
        asked.clear();
        broken = null;
        meanwhile = () -> {};
        domainLetsItRunOut = true;
        trouble = null;
        away = null;
        child = false;
        rowsLeft = 0;
        batchesLeft = 0;
        lawyers = List.of();
        protectors = List.of(HARBOUR_LIGHT);
        livesIn = null;
        coordinating = List.of(COORDINATION);
        systemCalls = 0;
        return this;
    }

    Instant now() {
        return Clock.get().instant();
    }

    /** As a coordinator does. */
    DecisionTable publish(StaffTable table, int basedOn, List<DecisionRow> rows) {
        return tables.publish(table, basedOn, rows, AMINA);
    }

    /** The answer times of the table, from now. */
    AnswerTimes times(Urgency urgency) {
        var row = tables.forReferral(urgency);
        Instant now = now();
        return new AnswerTimes(
                now.plus(row.remindAfter()),
                now.plus(row.respondWithin()),
                now.plus(row.escalateAfter()),
                now.plus(row.expireAfter()));
    }

    /** In one transaction, as a person's act is: an act that moves the process twice is not two. */
    Runnable asOneAct(Runnable act) {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return () -> settings.getCommandExecutorTxRequired().execute(context -> {
            act.run();
            return null;
        });
    }

    /** Time goes by, and whatever is due is done, each thing once in the order of its time. */
    void pass(Duration time) {
        move(time);
        workOff();
    }

    void move(Duration time) {
        Clock.get().setAhead(Clock.get().ahead().plus(time));
        new EngineClock(engine).follow(new ClockMoved(Clock.get().ahead()));
    }

    void workOff() {
        for (Job job = due(); job != null; job = due()) {
            engine.getManagementService().executeJob(job.getId());
        }
    }

    Job due() {
        return first(engine.getManagementService().createJobQuery());
    }

    /** The next due work of a process, leaving aside what the engine does for itself. */
    Job due(String process) {
        return first(engine.getManagementService().createJobQuery().processDefinitionKey(process));
    }

    private static Job first(JobQuery jobs) {
        return jobs.executable().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1).stream()
                .findFirst()
                .orElse(null);
    }

    /** Kinds of the tasks that wait about it, without the name of the process. */
    List<String> waiting(UUID subject) {
        return tasks.about(subject).stream()
                .map(task -> task.kind().substring(task.kind().indexOf('.') + 1))
                .sorted()
                .toList();
    }

    EngineTask task(UUID subject, String step) {
        return tasks.about(subject).stream()
                .filter(task -> task.kind().endsWith("." + step))
                .findFirst()
                .orElseThrow();
    }

    boolean ended(UUID subject) {
        return journeys.of(subject).orElseThrow().ended();
    }

    /** How often the only process of this subject came to that step or end. */
    long reached(UUID subject, String step) {
        String process = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .singleResult()
                .getId();
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(process)
                .activityId(step)
                .count();
    }

    /** How many of one kind have not ended, whatever they are about. */
    long running(String process) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .count();
    }

    static List<TaskGroup> groups(OrganisationId organisation, String... roles) {
        return List.of(roles).stream()
                .map(role -> new TaskGroup(organisation, role))
                .toList();
    }

    static Partners partners() {
        return new Partners() {
            @Override
            public Set<Role> rolesServing(String serviceType) {
                return Map.of("SHELTER", Set.of(Role.SHS, Role.SHM), "PSYCHOSOCIAL", Set.of(Role.COU))
                        .getOrDefault(serviceType, Set.of());
            }
        };
    }

    private ReferralService doors() {
        return new ReferralService() {
            @Override
            public void remind(ReferralId referral) {
                door("remind");
            }

            @Override
            public void escalate(ReferralId referral) {
                door("escalate");
            }

            @Override
            public void expire(ReferralId referral) {
                door("expire");
                if (domainLetsItRunOut) {
                    referrals.expired(new ReferralExpired(referral, now()));
                }
            }
        };
    }

    private RenewalService renewals() {
        return new RenewalService() {
            @Override
            public void askWhereDue() {
                door("askWhereDue");
            }
        };
    }

    private AttestationService attestations() {
        return new AttestationService() {
            @Override
            public void escalate(AttestationId attestation) {
                door("escalate-attestation");
            }
        };
    }

    private RetentionService retention() {
        return new RetentionService() {
            @Override
            public void purge() {
                door("purge");
            }
        };
    }

    private WorkerService workers() {
        return new WorkerService() {
            @Override
            public Optional<Trouble.Kind> settle(WorkerId id) {
                door("settle");
                return Optional.ofNullable(trouble);
            }
        };
    }

    private ImportService imports() {
        return new ImportService() {
            @Override
            public OfCases<Boolean> openNext(ImportId id) {
                door("openNext");
                rowsLeft--;
                return new OfCases<>(rowsLeft > 0, List.of());
            }
        };
    }

    private HandoverService handovers() {
        return new HandoverService() {
            @Override
            public Optional<Instant> expire(HandoverId id) {
                door("expireHandover");
                return domainLetsItRunOut ? Optional.of(now().plus(Duration.ofDays(3))) : Optional.empty();
            }
        };
    }

    private PlacementService houses() {
        return new PlacementService() {
            @Override
            public boolean runOut(PlacementId id) {
                door("runOut");
                return domainLetsItRunOut;
            }
        };
    }

    private OverlookedService undone() {
        return new OverlookedService() {
            @Override
            public void look() {
                door("lookWhatIsUndone");
            }
        };
    }

    private GapService gapDoor() {
        return new GapService() {
            @Override
            public void look() {
                door("look");
            }
        };
    }

    private MeasureAskService measureDoor() {
        return new MeasureAskService() {
            @Override
            public void look() {
                door("look-whom-to-measure");
            }
        };
    }

    private HearingService hearingDoor() {
        return new HearingService() {
            @Override
            public void passed(UUID hearing) {
                door("passed");
            }

            @Override
            public boolean beginClocks() {
                door("beginClocks");
                return --batchesLeft > 0;
            }
        };
    }

    private FollowUpService followUpDoor() {
        return new FollowUpService() {
            @Override
            public void planForBefore() {
                door("plan-for-before");
            }
        };
    }

    private TalkService talkDoor() {
        return new TalkService() {
            @Override
            public void look() {
                door("look-for-talks");
            }
        };
    }

    private SessionService sessions() {
        return new SessionService() {
            @Override
            public boolean waits(SittingId id) {
                door("waits");
                return somebodyWaits;
            }
        };
    }

    private InterviewService interviewDoor() {
        return new InterviewService() {
            @Override
            public List<OrganisationId> lawyers(InterviewId id) {
                door("lawyers");
                return lawyers;
            }
        };
    }

    private PoliceService policeDoor() {
        return new PoliceService() {
            @Override
            public Optional<OrganisationId> house(ThreatId id) {
                door("house");
                return Optional.ofNullable(livesIn);
            }
        };
    }

    private CourtOrderService orderDoor() {
        return new CourtOrderService() {
            @Override
            public List<OrganisationId> lawyers(CourtOrderId id) {
                door("lawyers");
                return lawyers;
            }

            @Override
            public OrganisationId lead(CourtOrderId id) {
                door("lead");
                return HARBOUR_LIGHT;
            }

            @Override
            public List<OrganisationId> protectors(CourtOrderId id) {
                door("protectors");
                return protectors;
            }
        };
    }

    private DefenceService defenceDoor() {
        return new DefenceService() {
            @Override
            public List<OrganisationId> lawyers(NonPunishmentId id) {
                door("lawyers");
                return lawyers;
            }
        };
    }

    private RestrictionService limits() {
        return new RestrictionService() {
            @Override
            public void runOut(RestrictionId id) {
                door("endRestriction");
            }
        };
    }

    /** Cedar House gives the bed, Harbour Light leads. */
    private PlacementSides sides() {
        return new PlacementSides() {
            @Override
            public Sides of(PlacementId id) {
                return new Sides(CEDAR_HOUSE, HARBOUR_LIGHT, child, "URGENT");
            }
        };
    }

    private static Settings periods() {
        return new Settings() {
            @Override
            public Duration of(String name) {
                return "next-place-within".equals(name) ? Duration.ofHours(3) : Duration.ofHours(24);
            }
        };
    }

    private ExportService exports() {
        return new ExportService() {
            @Override
            public OfCases<Integer> packAll(ExportId id) {
                door("packAll");
                return new OfCases<>(0, List.of());
            }
        };
    }

    private TeamService teams() {
        return new TeamService() {
            @Override
            public Optional<WorkerId> away(AbsenceId id) {
                door("away");
                return Optional.ofNullable(away);
            }
        };
    }

    private void door(String verb) {
        if (!system) {
            throw new IllegalStateException("A door was called without the system identity");
        }
        if (broken != null) {
            throw broken;
        }
        asked.add(verb);
        meanwhile.run();
    }

    private SystemIdentity identity() {
        return new SystemIdentity() {
            @Override
            public <T> T call(Errand errand, Callable<T> work) throws Exception {
                return call(work);
            }

            @Override
            public <T> T call(Callable<T> work) throws Exception {
                system = true;
                systemCalls++;
                try {
                    return work.call();
                } finally {
                    system = false;
                }
            }
        };
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    static Map<String, Object> none() {
        return Map.of();
    }
}
