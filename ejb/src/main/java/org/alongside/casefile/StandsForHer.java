package org.alongside.casefile;

import java.util.List;
import java.util.Optional;
import org.alongside.guardian.NewGuardian;

/** Who stands for a child as an intake tells it, before anybody has looked at an order. */
final class StandsForHer {
    private StandsForHer() {}

    /**
     * A carer who consents is one whom nobody has to appoint; a guardian who consents is taken for temporary until the order was
     * seen; of one who is only named it is not known what they may, and so somebody is needed still.
     */
    static Optional<NewGuardian> told(NewCase intake) {
        NewCase.Child child = intake.child();
        String name = CaseRecords.stripped(child.guardianName());
        boolean known = name != null || child.giverRelation() != null;
        return switch (intake.agreement().giver()) {
            case "CAREGIVER" ->
                known
                        ? Optional.of(of(ofCarer(child), "NOT_NEEDED", name, child.giverRelation(), List.of("CONSENT")))
                        : Optional.empty();
            case "GUARDIAN" ->
                known
                        ? Optional.of(
                                of("LEGAL_GUARDIAN", "TEMPORARY", name, child.giverRelation(), List.of("CONSENT")))
                        : Optional.empty();
            default ->
                name == null ? Optional.empty() : Optional.of(of("LEGAL_GUARDIAN", "NEEDED", name, null, List.of()));
        };
    }

    private static String ofCarer(NewCase.Child child) {
        return "PARENT".equals(child.giverRelation()) || "PARENTAL".equals(child.giverRight()) ? "PARENT" : "CAREGIVER";
    }

    private static NewGuardian of(String type, String status, String name, String relation, List<String> powers) {
        return new NewGuardian(type, status, name, relation, powers, null, null, null, null);
    }
}
