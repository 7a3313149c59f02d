package org.alongside.livelihood;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.QuestionId;

/** What happened to the questions after her work: ids and instants only, told inside the transaction in which it happened. */
public sealed interface LivingEvent {
    /**
     * It is to be asked whether she still has it.
     *
     * @param lead who is asked
     * @param askAt from when on
     * @param answerBy by when it is answered, else a supervisor is asked
     */
    record ToBeAsked(QuestionId id, OrganisationId lead, Instant askAt, Instant answerBy) implements LivingEvent {}

    /** It was answered. */
    record Answered(QuestionId id) implements LivingEvent {}

    /** Nobody asks any more: the file was closed, or the work is over. */
    record NotAsked(List<QuestionId> ids) implements LivingEvent {}
}
