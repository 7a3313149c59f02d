package org.alongside.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.casefile.Told;
import org.alongside.shared.CaseId;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.OrganisationId;

/**
 * What was told to whom without her agreement, or is to be.
 *
 * @param caseId the file, for those who lead it
 * @param caseCode by which it is spoken of
 * @param exception code of disclosure_exception
 * @param recipient the partner, if it is one
 * @param recipientName the partner's name, or the named body
 * @param words why, and what exactly of these kinds
 * @param overriding why it is told to a partner from whom she keeps it, if it is
 * @param guardianView code of guardian_view, where a guardian was to be asked
 * @param telling when she is told, code of disclosure_telling
 * @param desks who is asked, in their order
 * @param decidable whether the reader may agree or refuse now
 * @param refused who said no and why, if somebody did
 * @param made that it was told, once it was
 * @param child whether she is a child; for those who lead, and else false
 * @param notified exactly what goes, where an adult who refuses identification is notified without identity
 */
public record DisclosureView(
        DisclosureId id,
        Optional<CaseId> caseId,
        String caseCode,
        String exception,
        DisclosureState state,
        Optional<OrganisationId> recipient,
        String recipientName,
        Set<Category> categories,
        String words,
        Optional<String> orderReference,
        Optional<String> overriding,
        Optional<String> guardianView,
        Optional<String> guardianWords,
        String telling,
        Instant proposedAt,
        String proposedByName,
        List<DeskWord> desks,
        boolean decidable,
        Optional<RefusedDisclosure> refused,
        Optional<MadeDisclosure> made,
        Told told,
        boolean child,
        Optional<Notified> notified) {

    /**
     * One who is asked.
     *
     * @param role code of user_role
     * @param agreedAt when they agreed; empty: not yet
     */
    public record DeskWord(String role, Optional<Instant> agreedAt, Optional<String> agreedByName) {}

    /** Who said no, and why. */
    public record RefusedDisclosure(Instant at, String byName, String words) {}

    /**
     * That it was told.
     *
     * @param way code of disclosure_way
     * @param receipt by what it can be found again at the recipient
     */
    public record MadeDisclosure(Instant at, String way, Optional<String> receipt, String byName) {}

    /**
     * That an adult is notified without identity.
     *
     * @param facts what goes, and nothing else
     * @param number under which the authority has it, once it went; never to be said together with who she is
     */
    public record Notified(NotifiedFacts facts, Optional<String> number) {}
}
