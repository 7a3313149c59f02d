package org.alongside.interview;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.alongside.code.CodeOf;
import org.alongside.shared.InterviewId;

/**
 * That she be interviewed, in codes alone.
 *
 * @param about what about, codes of interview_topic
 * @param minutes how long, from 10 to 240
 * @param protection what they offer, codes of protection_measure
 * @param checks what they promise for a child, codes of child_interview_check; needed there
 * @param again why she is to tell it again, code of interview_again; needed where she has told it often enough
 */
public record NewInterview(
        @NotEmpty @CodeOf("interview_topic") List<String> about,
        int minutes,
        @CodeOf("protection_measure") List<String> protection,
        @CodeOf("child_interview_check") List<String> checks,
        @CodeOf("interview_again") String again) {
    public NewInterview {
        about = listed(about);
        protection = listed(protection);
        checks = listed(checks);
    }

    private static List<String> listed(List<String> codes) {
        return codes == null ? List.of() : codes.stream().distinct().toList();
    }

    /**
     * What she answered.
     *
     * @param answer code of interview_answer
     * @param company who is with her, codes of interview_company; with yes
     * @param place where, code of interview_place; with yes
     * @param protection which protection she wants, codes of protection_measure; with yes
     * @param laterOn the day on which she is asked again; with later
     */
    public record NewInterviewAnswer(
            @NotNull @CodeOf("interview_answer") String answer,
            @CodeOf("interview_company") List<String> company,
            @CodeOf("interview_place") String place,
            @CodeOf("protection_measure") List<String> protection,
            LocalDate laterOn) {
        public NewInterviewAnswer {
            company = listed(company);
            protection = listed(protection);
        }
    }

    /** @param advice what her lawyer advises, code of interview_advice */
    public record NewAdvice(
            @NotNull @CodeOf("interview_advice") String advice) {}

    /**
     * That she told it.
     *
     * @param agency to whom, code of statement_agency
     * @param takenOn the day
     * @param medium how it was kept, code of statement_medium
     * @param company who was with her, codes of interview_company
     * @param interview the interview to which she said yes, if it was one; only of those who asked for it
     */
    public record NewStatement(
            @NotNull @CodeOf("statement_agency") String agency,
            @NotNull LocalDate takenOn,
            @NotNull @CodeOf("statement_medium") String medium,
            @NotEmpty @CodeOf("interview_company") List<String> company,
            InterviewId interview) {
        public NewStatement {
            company = listed(company);
        }
    }

    /**
     * What she decided about cooperating with police and prosecution.
     *
     * @param decision code of cooperation
     * @param decidedOn the day
     */
    public record NewCooperation(
            @NotNull @CodeOf("cooperation") String decision,
            @NotNull LocalDate decidedOn) {}
}
