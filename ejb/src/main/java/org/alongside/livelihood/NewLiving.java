package org.alongside.livelihood;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.code.CodeOf;

/** What is handed in of how she comes to live by herself. */
public interface NewLiving {
    /**
     * A step to which she agreed.
     *
     * @param kind code of livelihood_kind
     * @param what in a few words
     * @param employer with whom, for work alone, or null
     * @param beganOn when it begins or began
     * @param untilOn when it is to end, or null
     * @param incomeBefore her income before it, code of income_band, or null
     * @param agreedOn when she agreed to it: not after it begins
     */
    record NewLivelihood(
            @NotNull @CodeOf("livelihood_kind") String kind,
            @NotNull @Size(max = 300) String what,
            UUID employer,
            @NotNull LocalDate beganOn,
            LocalDate untilOn,
            @CodeOf("income_band") String incomeBefore,
            @NotNull LocalDate agreedOn) {}

    /**
     * That it is over.
     *
     * @param reason code of livelihood_end
     */
    record LivelihoodEnd(
            @NotNull LocalDate endedOn,
            @NotNull @CodeOf("livelihood_end") String reason) {}

    /**
     * What she says after three or six months.
     *
     * @param answer code of retention_answer
     * @param income what she has by now, code of income_band, or null
     */
    record RetentionAnswer(
            @NotNull @CodeOf("retention_answer") String answer,
            @CodeOf("income_band") String income) {}

    /** That she does not want to work for them, or does not mind any more. */
    record NewVeto(@NotNull UUID employer, boolean lasts) {}

    /**
     * What came of looking at an employer.
     *
     * @param name as it is known; one that the house has already is found by it
     * @param against what it was checked against, codes of employer_check_item
     * @param result code of employer_check_result
     * @param words what was found, or null
     */
    record NewEmployerCheck(
            @NotNull @Size(max = 200) String name,
            @NotNull @CodeOf("employer_check_item") List<String> against,
            @NotNull @CodeOf("employer_check_result") String result,
            @Size(max = 1000) String words,
            @NotNull LocalDate checkedOn) {}
}
