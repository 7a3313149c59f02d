package org.alongside.interview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.InterviewId;

/**
 * What police and prosecution ask of her, by as much as is the reader's to know.
 *
 * @param told how often she has told it, over all agencies: the number and nothing of who
 * @param reasonNeeded whether whoever asks for another time says why
 * @param child whether she is a child, or may be one: those who ask promise what is needed for a child
 * @param interviews those asked for, the newest first; for those who asked their own alone
 * @param statements that she told it: of the reader's agency, or what who leads noted of an agency that is no partner here
 * @param cooperation what she decided about cooperating, the newest first; never for those who ask
 */
public record InterviewView(
        CaseId caseId,
        int told,
        boolean reasonNeeded,
        boolean child,
        InterviewMay may,
        List<Interview> interviews,
        List<Statement> statements,
        List<Cooperation> cooperation) {

    /** What the reader may do. */
    public record InterviewMay(boolean ask, boolean answer, boolean advise, boolean record, boolean decide) {}

    /**
     * One that was asked for.
     *
     * @param agency who asks, by name; empty for those who asked
     * @param toldBefore how often she had told it then
     * @param missing what is not promised for a child, codes of child_interview_check
     * @param advice what her lawyer advises, code of interview_advice; never for those who asked
     * @param answeredBy who of the reader's own house wrote her answer down, for who leads alone
     */
    public record Interview(
            InterviewId id,
            Optional<String> agency,
            Instant askedAt,
            List<String> about,
            int minutes,
            List<String> protection,
            List<String> checks,
            List<String> missing,
            int toldBefore,
            Optional<String> again,
            Instant answerBy,
            Optional<InterviewAnswer> answer,
            Optional<String> answeredBy,
            Optional<String> advice,
            boolean ended) {
        /** Whether she is still to say yes or no. */
        public boolean open() {
            return !ended && answer.filter(one -> !"LATER".equals(one.answer())).isEmpty();
        }
    }

    /**
     * What she answered.
     *
     * @param answer code of interview_answer
     */
    public record InterviewAnswer(
            String answer,
            Instant answeredAt,
            List<String> company,
            Optional<String> place,
            List<String> protection,
            Optional<LocalDate> laterOn) {}

    /**
     * That she told it.
     *
     * @param agency code of statement_agency
     * @param medium code of statement_medium
     * @param company codes of interview_company
     */
    public record Statement(UUID id, String agency, LocalDate takenOn, String medium, List<String> company) {}

    /** @param decision code of cooperation */
    public record Cooperation(UUID id, String decision, LocalDate decidedOn) {}
}
