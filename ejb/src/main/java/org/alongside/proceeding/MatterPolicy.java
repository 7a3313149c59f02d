package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Category;
import org.alongside.access.ExpectedVersion;
import org.alongside.access.Files;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.MatterId;
import org.alongside.shared.Reason;

/** Whose a matter is: its lawyer's; others know of it as far as legal matters of the case are open to them. */
@ApplicationScoped
public class MatterPolicy implements Policy<MatterId> {
    private static final Set<Permission> WRITING = EnumSet.of(
            Permission.WRITE_MATTER, Permission.KEEP_EVIDENCE, Permission.CHECK_EVIDENCE, Permission.NOTE_COST);

    @Inject
    Matters matters;

    @Inject
    CasePolicy cases;

    @Inject
    Files files;

    @Inject
    CounselRecords counsel;

    @Inject
    ExpectedVersion expected;

    @Override
    public Class<MatterId> subject() {
        return MatterId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, MatterId id) {
        return matters.find(id)
                .flatMap(matter -> cases.standing(caller, matter.caseId())
                        .filter(file -> reach(caller, file).knows()))
                .map(file -> new Standing(file.caseId(), id.value(), file.basis(), file.openness()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, MatterId id, Standing standing) {
        Matter matter = matters.require(id);
        LegalReach reach = reach(caller, standing);
        boolean writes = WRITING.contains(permission);
        boolean may = writes
                ? reach.changes(matter.organisation())
                : permission != Permission.TAKE_SUPPORT || reach.minimum(matter.organisation());
        if (!may) {
            return List.of(Reason.of("not-yours-to-write", Category.LEGAL.name()));
        }
        if (writes && !counsel.actsIn(id)) {
            return List.of(Reason.of("not-counsel"));
        }
        expected.requireIfSaid(matter.version());
        return List.of();
    }

    private LegalReach reach(Caller caller, Standing standing) {
        return LegalReach.of(caller, standing.openness().orElseThrow(), files.matrix());
    }
}
