package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;
import org.alongside.shared.SessionId;

/**
 * A session is its counsellor's, as long as her file is; and there to be read in its clinical record for who supervises that counsellor. Who leads
 * her case can end that they read the summary which she agreed they should. For nobody else it is there, and its process notes are not even asked for.
 */
@ApplicationScoped
public class SessionPolicy implements Policy<SessionId> {
    private static final String SUPERVISION = "SUPERVISION";
    private static final String TOLD_TO_LEAD = "TOLD_TO_LEAD";
    private static final Set<Permission> OF_THE_COUNSELLOR = EnumSet.of(
            Permission.CHANGE_SESSION,
            Permission.READ_PROCESS_NOTE,
            Permission.WRITE_PROCESS_NOTE,
            Permission.WRITE_CLINICAL_RECORD,
            Permission.WRITE_SUMMARY,
            Permission.TAKE_BACK_SUMMARY,
            Permission.RAISE_WORRY);
    private static final Set<Permission> WRITING = EnumSet.of(
            Permission.CHANGE_SESSION,
            Permission.WRITE_PROCESS_NOTE,
            Permission.WRITE_CLINICAL_RECORD,
            Permission.WRITE_SUMMARY,
            Permission.TAKE_BACK_SUMMARY);

    @Inject
    Sessions sessions;

    @Inject
    Notes notes;

    @Inject
    Supervisions supervisions;

    @Inject
    CasePolicy cases;

    @Inject
    Files files;

    @Override
    public Class<SessionId> subject() {
        return SessionId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, SessionId id) {
        return sessions.known(id)
                .flatMap(known -> own(caller, known)
                        ? ofTheCounsellor(caller, known.caseId(), id)
                        : supervised(caller, known, id))
                .or(() -> toldToLead(caller, id));
    }

    private Optional<Standing> toldToLead(Caller caller, SessionId id) {
        return notes.forLead(id)
                .flatMap(caseId -> cases.standing(caller, caseId))
                .filter(file -> reach(caller, file).leads())
                .map(file -> new Standing(file.caseId(), id.value(), TOLD_TO_LEAD, file.openness()));
    }

    private Optional<Standing> ofTheCounsellor(Caller caller, CaseId caseId, SessionId id) {
        return cases.standing(caller, caseId)
                .filter(file -> reach(caller, file).keeps())
                .map(file -> new Standing(file.caseId(), id.value(), file.basis(), file.openness()));
    }

    private Optional<Standing> supervised(Caller caller, Sessions.Known known, SessionId id) {
        return supervisions.supervises(caller, known.counsellor())
                ? Optional.of(new Standing(Optional.of(known.caseId()), id.value(), SUPERVISION, Optional.empty()))
                : Optional.empty();
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, SessionId id, Standing standing) {
        if (TOLD_TO_LEAD.equals(standing.basis())) {
            return permission == Permission.TAKE_BACK_SUMMARY ? List.of() : List.of(Reason.of("author-alone"));
        }
        if (!OF_THE_COUNSELLOR.contains(permission)) {
            return List.of();
        }
        if (SUPERVISION.equals(standing.basis())) {
            return List.of(Reason.of("author-alone"));
        }
        if (WRITING.contains(permission) && !reach(caller, standing).writes()) {
            return List.of(Reason.of("not-yours-to-write", Category.COUNSELLING_NOTES.name()));
        }
        return List.of();
    }

    private static boolean own(Caller caller, Sessions.Known known) {
        return caller.worker().value().equals(known.counsellor());
    }

    private CounsellingReach reach(Caller caller, Standing file) {
        return CounsellingReach.of(caller, file.openness().orElseThrow(), files.matrix());
    }
}
