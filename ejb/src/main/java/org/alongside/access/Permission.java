package org.alongside.access;

import static org.alongside.access.Category.CARE_PLAN_GOALS;
import static org.alongside.access.Category.CONTACT_LOCATION;
import static org.alongside.access.Category.IDENTITY;
import static org.alongside.access.Category.REFERRALS;
import static org.alongside.access.Category.SAFETY_RISK;
import static org.alongside.access.Role.ADM;
import static org.alongside.access.Role.COU;
import static org.alongside.access.Role.CW;
import static org.alongside.access.Role.DPO;
import static org.alongside.access.Role.GRD;
import static org.alongside.access.Role.HLT;
import static org.alongside.access.Role.LAW;
import static org.alongside.access.Role.LEL;
import static org.alongside.access.Role.NRM;
import static org.alongside.access.Role.PRL;
import static org.alongside.access.Role.SHM;
import static org.alongside.access.Role.SHS;
import static org.alongside.access.Role.SUP;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done through a door: the roles that ever may, and, where it concerns a file, which category of it must be
 * writable as the lead. A role is never enough by itself: the file's grants decide too.
 */
public enum Permission {
    READ_SELF(EnumSet.allOf(Role.class)),
    READ_DIRECTORY(EnumSet.complementOf(EnumSet.of(Role.SUR, GRD))),
    READ_WORKLIST(EnumSet.complementOf(EnumSet.of(Role.SUR))),
    WRITE_DRAFT(EnumSet.complementOf(EnumSet.of(Role.SUR, GRD))),

    OPEN_CASE(EnumSet.of(CW)),
    RECORD_CONTACT(EnumSet.of(CW)),
    LIST_CASES(EnumSet.of(CW, SUP, SHS, SHM, COU, HLT, LAW, LEL, PRL, GRD)),
    FIND_BY_NAME(Role.RECEIVING),
    KEEP_FILTER(Role.RECEIVING),
    READ_CASE(LIST_CASES.roles),
    PRINT_CASE(Role.RECEIVING),
    CHANGE_IDENTITY(EnumSet.of(CW), IDENTITY),
    READ_NAME_BASIS(EnumSet.of(CW, SUP)),
    CHANGE_CONTACT(EnumSet.of(CW), CONTACT_LOCATION),
    NOTIFY_CHILD_AUTHORITY(EnumSet.of(CW), REFERRALS),

    READ_GUARDIANS(EnumSet.of(CW, SUP, GRD)),
    KEEP_GUARDIANS(EnumSet.of(CW), IDENTITY),
    EXCLUDE_PERSON(EnumSet.of(CW), SAFETY_RISK),
    LIFT_EXCLUDED_PERSON(EnumSet.of(SUP)),
    NAME_SIGN_IN(EnumSet.of(CW), IDENTITY),
    AGREE_SIGN_IN(EnumSet.of(SUP)),
    CLOSE_SIGN_IN(EnumSet.of(CW, SUP)),
    SEE_SIGN_INS(EnumSet.of(SUP)),
    READ_BEST_INTERESTS(EnumSet.of(CW, SUP)),
    RECORD_BEST_INTERESTS(EnumSet.of(CW), SAFETY_RISK),

    READ_CLOSING(EnumSet.of(CW, SUP)),
    LOG_ATTEMPT(EnumSet.of(CW), CONTACT_LOCATION),
    PROPOSE_CLOSING(EnumSet.of(CW), REFERRALS),
    APPROVE_CLOSING(EnumSet.of(SUP)),
    REOPEN_CASE(EnumSet.of(CW), REFERRALS),
    TAKE_UP_CASE(EnumSet.of(SUP)),
    READ_FOLLOW_UPS(EnumSet.of(CW, SUP)),
    FOLLOW_UP(EnumSet.of(CW), REFERRALS),

    READ_REINTEGRATION(EnumSet.of(CW, SUP)),
    PLAN_REINTEGRATION(EnumSet.of(CW), REFERRALS),

    READ_HANDOVER(EnumSet.of(CW, SUP)),
    OFFER_HANDOVER(EnumSet.of(CW), REFERRALS),
    APPROVE_HANDOVER(EnumSet.of(SUP)),
    WITHDRAW_HANDOVER(EnumSet.of(CW, SUP)),
    RECEIVE_HANDOVER(EnumSet.of(SUP)),
    RUN_HANDOVER_CLOCK(EnumSet.noneOf(Role.class)),

    READ_CONSENTS(EnumSet.of(CW, SUP)),
    PRINT_CONSENT(EnumSet.of(CW, SUP)),
    RECORD_CONSENT(EnumSet.of(CW), REFERRALS),
    WITHDRAW_CONSENT(EnumSet.of(CW), REFERRALS),
    KEEP_BACK(EnumSet.of(CW), REFERRALS),
    READ_INFORMATION(EnumSet.of(CW, SUP)),
    RECORD_INFORMATION(EnumSet.of(CW), REFERRALS),
    ASK_PURPOSES(EnumSet.of(CW, SHM), REFERRALS),
    READ_ATTESTATIONS(Role.RECEIVING),
    ATTEST_RETURN(Role.RECEIVING),
    STOP_ASKING(EnumSet.of(SUP)),
    RUN_ATTESTATION_CLOCK(EnumSet.noneOf(Role.class)),
    READ_DISCLOSURES(EnumSet.of(CW, SUP, DPO, LAW)),
    PROPOSE_DISCLOSURE(EnumSet.of(CW), REFERRALS),
    DECIDE_DISCLOSURE(EnumSet.of(SUP, DPO, LAW)),
    RECORD_DISCLOSURE(EnumSet.of(CW), REFERRALS),
    READ_NOTIFICATION(EnumSet.of(CW, SUP)),
    PROPOSE_NOTIFICATION(EnumSet.of(CW), REFERRALS),
    READ_IDENTIFICATION(EnumSet.of(CW, SUP, LAW)),
    RECORD_IDENTIFICATION(EnumSet.of(CW), REFERRALS),
    READ_NOTIFIED_ADULTS(EnumSet.of(NRM)),

    REFER_SURVIVOR(EnumSet.of(CW), REFERRALS),
    READ_REFERRALS(Role.RECEIVING),
    PRINT_REFERRAL(READ_REFERRALS.roles),
    APPROVE_REFERRAL(EnumSet.of(SUP)),
    ANSWER_QUESTION(EnumSet.of(CW, SUP)),
    REVOKE_REFERRAL(EnumSet.of(CW, SUP)),
    READ_INCOMING(Role.RECEIVING),
    ACCEPT_REFERRAL(Role.RECEIVING),
    SERVE_REFERRAL(Role.RECEIVING),
    READ_OVERDUE(EnumSet.of(NRM)),
    READ_COORDINATION(EnumSet.of(NRM, SUP, SHM)),
    RUN_REFERRAL_CLOCK(EnumSet.noneOf(Role.class)),

    READ_PLAN(EnumSet.of(CW, SUP, SHS, SHM, COU, HLT, LAW, GRD)),
    PRINT_PLAN(EnumSet.of(CW, SUP, SHS, SHM, COU, HLT, LAW)),
    WRITE_GOAL(Role.PLANNING),
    WRITE_STEP(Role.PLANNING),
    ASSESS_NEEDS(Role.PLANNING),
    RECORD_SAY(Role.PLANNING),
    READ_PLAN_COURSE(EnumSet.of(CW, SUP)),
    ASK_PLAN_APPROVAL(EnumSet.of(CW), Category.CARE_PLAN_GOALS),
    APPROVE_PLAN(EnumSet.of(SUP)),
    REVIEW_PLAN(EnumSet.of(CW), Category.CARE_PLAN_GOALS),
    PROGRESS_STEP(Role.PLANNING),
    READ_DUE_STEPS(EnumSet.of(CW, SUP, SHS, SHM, COU, HLT, LAW)),

    READ_LEGAL(EnumSet.of(CW, SUP, SHS, SHM, COU, LAW, LEL, GRD)),
    WRITE_MATTER(EnumSet.of(LAW)),
    READ_EVIDENCE(EnumSet.of(LAW)),
    KEEP_EVIDENCE(EnumSet.of(LAW)),
    CHECK_EVIDENCE(EnumSet.of(LAW)),
    PRINT_EVIDENCE(EnumSet.of(LAW)),
    PRINT_LEGAL_FILE(EnumSet.of(LAW)),
    READ_RESTITUTION(EnumSet.of(LAW)),
    NOTE_COST(EnumSet.of(LAW)),
    TAKE_SUPPORT(EnumSet.of(CW, SHS, SHM, LAW)),
    READ_HEARINGS(EnumSet.of(CW, SUP, SHS, SHM, LAW)),
    KEEP_CALENDAR_FEED(EnumSet.of(CW, SUP, SHS, SHM, LAW)),
    READ_COURT_CALENDARS(EnumSet.of(LAW)),
    KEEP_COURT_CALENDARS(EnumSet.of(LAW)),
    RUN_HEARING_CLOCK(EnumSet.noneOf(Role.class)),

    READ_DOCUMENTS(EnumSet.of(CW, SUP, SHM, COU, HLT, LAW, LEL, PRL, GRD)),
    OPEN_DOCUMENT(READ_DOCUMENTS.roles),
    BRING_DOCUMENT(EnumSet.of(CW, SHM, COU, HLT, LAW, LEL)),
    KEEP_DOCUMENT(BRING_DOCUMENT.roles),

    READ_INTERVIEWS(EnumSet.of(CW, SUP, LAW, LEL, PRL)),
    ASK_INTERVIEW(Role.POLICE_OR_PROSECUTION),
    ANSWER_INTERVIEW(EnumSet.of(CW), REFERRALS),
    ADVISE_INTERVIEW(EnumSet.of(LAW)),
    RECORD_STATEMENT(EnumSet.of(CW, LEL, PRL)),
    RECORD_COOPERATION(EnumSet.of(CW, LAW)),
    RUN_INTERVIEW_CLOCK(EnumSet.noneOf(Role.class)),
    READ_POLICE_STORE(Role.POLICE_OR_PROSECUTION),
    KEEP_POLICE_STORE(Role.POLICE_OR_PROSECUTION),
    SHARE_POLICE_WORD(Role.POLICE_OR_PROSECUTION),
    READ_THREATS(EnumSet.of(SHM)),
    READ_POLICE_SUMMARIES(EnumSet.of(NRM)),
    SETTLE_COUNSEL(EnumSet.of(CW)),
    READ_DEFENCE(EnumSet.of(CW, SUP, LAW)),
    NOTE_OFFENCE(EnumSet.of(CW, LAW)),
    SETTLE_DEFENCE(EnumSet.of(LAW)),
    READ_COURT_ORDERS(EnumSet.of(CW, SUP, LAW)),
    RECEIVE_COURT_ORDER(EnumSet.of(CW, LAW)),
    CHECK_COURT_ORDER(EnumSet.of(LAW)),
    END_COURT_ORDER(EnumSet.of(CW)),
    READ_ORDERS_WITHOUT_LAWYER(EnumSet.of(DPO)),

    READ_SAFETY(EnumSet.of(CW, SUP, SHS, SHM, COU, HLT, LAW, GRD)),
    ASSESS_RISK(EnumSet.of(CW), SAFETY_RISK),
    OVERRIDE_RISK(EnumSet.of(SUP)),
    WRITE_SAFETY_PLAN(EnumSet.of(CW), SAFETY_RISK),
    PRINT_SAFETY_PLAN(EnumSet.of(CW, SUP)),
    RAISE_ALERT(EnumSet.of(CW, SUP, SHS, SHM, COU, HLT, LAW)),
    READ_ALERT(READ_SAFETY.roles),
    ANSWER_ALERT(EnumSet.of(CW, SUP, SHM)),
    READ_UNANSWERED_ALERTS(EnumSet.of(NRM)),

    READ_BOARD(EnumSet.of(SHS, SHM)),
    KEEP_HOUSES(EnumSet.of(SHM)),
    READ_OCCUPANCY(EnumSet.of(NRM, SHM)),
    READ_PLACEMENTS(EnumSet.of(CW, SUP, SHS, SHM, COU)),
    REQUEST_BED(EnumSet.of(SHS, SHM)),
    GIVE_BED(EnumSet.of(SHM)),
    ADMIT_SURVIVOR(EnumSet.of(SHS, SHM)),
    MOVE_SURVIVOR(EnumSet.of(SHM)),
    AGREE_TO_MOVE(EnumSet.of(CW)),
    END_PLACEMENT(EnumSet.of(SHM)),
    KEEP_APART(EnumSet.of(SHM)),
    SAY_FAMILY(EnumSet.of(CW)),
    READ_ADDRESS(EnumSet.of(CW, SHS, SHM)),
    OPEN_ADDRESS(EnumSet.of(SHM)),
    FOLLOW_PLACEMENT(EnumSet.of(CW, SUP, SHS, SHM)),
    READ_MISSING(EnumSet.of(CW, SUP, SHS, SHM, COU, HLT)),
    BEGIN_MISSING(EnumSet.of(CW, SUP)),
    SEARCH_MISSING(EnumSet.of(CW, SUP, SHS, SHM)),
    REPORT_MISSING(EnumSet.of(CW, SUP, SHS, SHM)),
    LEAVE_UNRESOLVED(EnumSet.of(SUP)),
    TALK_AFTER_MISSING(EnumSet.of(CW, SUP, SHS, SHM)),
    COUNT_MISSING(EnumSet.of(NRM)),
    READ_GAPS(EnumSet.of(CW, SUP)),
    ANSWER_GAP(EnumSet.of(CW, SUP)),
    READ_LOGBOOK(EnumSet.of(SHS, SHM, SUP)),
    WRITE_LOGBOOK(EnumSet.of(SHS, SHM)),
    LOOK_AT_INCIDENT(EnumSet.of(SHM, SUP)),
    COUNT_INCIDENTS(EnumSet.of(SHM)),
    AGREE_TO_LEAVING(EnumSet.of(CW, SUP, SHM)),
    READ_COUNSELLING(EnumSet.of(CW, COU, HLT, GRD)),
    PLAN_SESSION(EnumSet.of(COU)),
    READ_SESSION(EnumSet.of(COU)),
    CHANGE_SESSION(EnumSet.of(COU)),
    RAISE_WORRY(EnumSet.of(COU)),
    READ_PROCESS_NOTE(EnumSet.of(COU)),
    WRITE_PROCESS_NOTE(EnumSet.of(COU)),
    READ_CLINICAL_RECORD(EnumSet.of(COU)),
    WRITE_CLINICAL_RECORD(EnumSet.of(COU)),
    WRITE_SUMMARY(EnumSet.of(COU)),
    TAKE_BACK_SUMMARY(EnumSet.of(CW, COU)),
    READ_COUNSELLING_WEEK(EnumSet.of(COU)),
    READ_SUPERVISED(EnumSet.of(COU)),
    READ_COUNSELLING_WAITING(EnumSet.of(COU, SUP)),
    KEEP_GROUP(EnumSet.of(COU)),
    READ_CASELOAD(EnumSet.of(COU, SUP)),
    LOOK_AT_CASELOAD(EnumSet.of(SUP)),
    NAME_CLINICAL_SUPERVISOR(EnumSet.of(SUP)),
    RECORD_SUPERVISION(EnumSet.of(COU)),
    RUN_COUNSELLING_CLOCK(EnumSet.noneOf(Role.class)),

    READ_RESTRICTIONS(EnumSet.of(CW, SUP, SHS, SHM)),
    LIMIT_STAY(EnumSet.of(SHS, SHM)),
    REVIEW_RESTRICTION(EnumSet.of(SHS, SHM)),
    RUN_PLACEMENT_CLOCK(EnumSet.noneOf(Role.class)),

    READ_HEALTH(EnumSet.of(CW, SUP, SHS, SHM, COU, HLT, LAW)),
    WRITE_HEALTH(EnumSet.of(HLT)),
    ARRANGE_HEALTH(EnumSet.of(CW, HLT)),
    NOTE_DAILY_HEALTH(EnumSet.of(CW, SHS, SHM, HLT)),
    READ_LIVING(EnumSet.of(CW, SUP, SHS, SHM, COU, HLT, LAW)),
    WRITE_LIVING(Role.PLANNING),
    READ_EMPLOYERS(READ_LIVING.roles),
    CHECK_EMPLOYER(EnumSet.of(CW, SUP)),
    READ_OUTCOMES(READ_LIVING.roles),
    MEASURE_OUTCOME(Role.PLANNING),
    DECLINE_MEASURE(EnumSet.of(CW), CARE_PLAN_GOALS),
    MEASURE_AFTERWARDS(EnumSet.of(CW), CARE_PLAN_GOALS),
    RUN_OUTCOME_CLOCK(EnumSet.noneOf(Role.class)),
    COUNT_OUTCOMES(EnumSet.of(SUP, SHM)),
    READ_SCALES(EnumSet.of(CW, SUP, SHS, SHM, COU, HLT, LAW, ADM)),
    KEEP_SCALES(EnumSet.of(ADM)),

    ADMINISTER_ORGANISATIONS(EnumSet.of(ADM)),
    ADMINISTER_WORKERS(EnumSet.of(ADM)),
    READ_MATRIX(EnumSet.of(ADM, DPO)),
    CHANGE_MATRIX(EnumSet.of(ADM)),
    SETTLE_LOGIN(EnumSet.noneOf(Role.class)),
    KEEP_SERVICES(EnumSet.of(SUP, SHM, COU, HLT, LAW, LEL, PRL, NRM)),
    READ_TEAM(EnumSet.of(SUP, SHM)),
    ASSIGN_CASE(EnumSet.of(SUP, SHM)),
    RECORD_ABSENCE(EnumSet.of(SUP, SHM)),
    RETURN_TASKS(EnumSet.noneOf(Role.class)),

    DECLARE_TIE(EnumSet.complementOf(EnumSet.of(Role.SUR, GRD))),
    READ_TIES(EnumSet.of(SUP, SHM)),
    RECORD_TIE(EnumSet.of(SUP, SHM)),
    END_TIE(EnumSet.of(SUP, SHM)),
    SEE_LEFT_ALONE(EnumSet.of(SUP, SHM)),
    SEE_UNSUPERVISED(EnumSet.of(ADM)),
    ASK_EMERGENCY_ACCESS(Role.IN_EMERGENCY),
    AGREE_EMERGENCY_ACCESS(Role.IN_EMERGENCY),
    END_EMERGENCY_ACCESS(EnumSet.of(CW, SUP, SHM, HLT, DPO)),
    REVIEW_EMERGENCY_ACCESS(EnumSet.of(DPO)),
    READ_TELLING(EnumSet.of(CW, SUP)),
    TELL_OF_ACCESS(EnumSet.of(CW)),
    SEE_TO_MISUSE(EnumSet.of(SUP, SHM, NRM, ADM)),

    IMPORT_CASES(EnumSet.of(SUP)),
    SEE_ERRANDS(EnumSet.of(SUP)),
    OPEN_IMPORTED(EnumSet.noneOf(Role.class)),
    EXPORT_CASES(EnumSet.of(SUP)),
    APPROVE_EXPORT(EnumSet.of(SUP)),
    PACK_EXPORT(EnumSet.noneOf(Role.class)),
    CHOOSE_NOTICES(EnumSet.complementOf(EnumSet.of(Role.SUR, GRD))),
    KEEP_ROTA(EnumSet.of(SUP, SHM)),
    TELL_CHANGES(EnumSet.noneOf(Role.class)),
    CARRY_POST(EnumSet.noneOf(Role.class)),

    CHANGE_DEADLINES(EnumSet.of(NRM)),
    READ_TABLE_CHANGES(EnumSet.of(NRM, DPO)),
    READ_OVERLOOKED(EnumSet.of(NRM)),
    LOOK_FOR_OVERLOOKED(EnumSet.noneOf(Role.class)),
    MEND_WORK(EnumSet.of(ADM)),
    MEND_COUNTS(EnumSet.of(ADM)),
    MEND_NAMES(EnumSet.of(ADM)),
    EXPLAIN_ACCESS(READ_CASE.roles),
    READ_ACCESSES(EnumSet.of(CW, SUP)),
    PRINT_ACCESSES(EnumSet.of(CW, SUP)),
    READ_AUDIT(EnumSet.of(DPO)),
    VERIFY_AUDIT(EnumSet.of(DPO)),
    EXPORT_AUDIT(EnumSet.of(DPO)),
    MOVE_CLOCK(EnumSet.of(ADM)),
    PURGE(EnumSet.noneOf(Role.class));

    /**
     * One's own name and how much waits for oneself, asked on every page; whom to tell that something changed; which work is
     * left without anybody, told by its code: nothing of a survivor is read.
     */
    private static final Set<Permission> OF_NO_FILE = EnumSet.of(
            READ_SELF, SEE_ERRANDS, SEE_LEFT_ALONE, SEE_UNSUPERVISED, SEE_SIGN_INS, TELL_CHANGES, CARRY_POST);

    private final Set<Role> roles;
    private final Category writes;

    Permission(Set<Role> roles) {
        this(roles, null);
    }

    Permission(Set<Role> roles, Category writes) {
        this.roles = roles;
        this.writes = writes;
    }

    /** The roles that may ever do this; none: only the system identity of the processes. */
    public Set<Role> roles() {
        return Collections.unmodifiableSet(roles);
    }

    /** Whether a permitted use is an event of the audit; a refused one always is. */
    boolean leavesTrace() {
        return !OF_NO_FILE.contains(this);
    }

    /** The category of the file that must be open for writing to the caller as its lead, if any. */
    public Optional<Category> writes() {
        return Optional.ofNullable(writes);
    }
}
