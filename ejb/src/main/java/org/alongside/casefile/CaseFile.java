package org.alongside.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;

/**
 * The header of a survivor's file: opened by a caseworker, led by one organisation, worked through to closing.
 * It holds nothing about the person; that stands in tables of their own category.
 */
@Entity
@DynamicUpdate // the database lets only some columns be changed
@Table(name = "case_file")
class CaseFile {
    /** A first look back at the file is due after a week, sooner where something waits. */
    private static final int FIRST_REVIEW_DAYS = 7;

    @Id
    @Column(name = "case_id")
    private UUID id;

    @Column(name = "case_code")
    private String code;

    private String status;

    /** Written by the database: whoever acts; read as far as it is told. */
    @Formula("lead_told(case_id)")
    private UUID leadOrganisation;

    @Column(name = "lead_team_id")
    private UUID leadTeam;

    @Column(name = "lead_worker_id")
    private UUID leadWorker;

    @Column(name = "episode_no")
    private short episode;

    @Column(name = "intake_source")
    private String intakeSource;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "opened_by")
    private UUID openedBy;

    @Column(name = "next_due")
    private LocalDate nextDue;

    @Version
    private int version;

    protected CaseFile() {}

    /** Opened by the caller, who leads it. Active where trafficking is possible, else still in screening. */
    static CaseFile open(CaseId id, String code, NewCase intake, Caller caller, TeamId team, boolean child) {
        return open(id, code, intake, caller, team, caller.worker(), child);
    }

    /** Opened by the caller for somebody else, who leads it. */
    static CaseFile open(
            CaseId id, String code, NewCase intake, Caller caller, TeamId team, WorkerId lead, boolean child) {
        CaseFile file = new CaseFile();
        file.id = id.value();
        file.code = code;
        file.status = "POSSIBLE_TRAFFICKING".equals(intake.screening().outcome()) ? "ACTIVE" : "SCREENING";
        file.leadOrganisation = caller.organisation().value();
        file.leadTeam = team.value();
        file.leadWorker = lead.value();
        file.episode = 1;
        file.intakeSource = intake.intakeSource();
        file.openedAt = caller.now();
        file.openedBy = caller.worker().value();
        LocalDate today = caller.now().atZone(ZoneOffset.UTC).toLocalDate();
        file.nextDue = child || intake.safety().inDanger() ? today : today.plusDays(FIRST_REVIEW_DAYS);
        return file;
    }

    CaseId id() {
        return new CaseId(id);
    }

    String code() {
        return code;
    }
}
