package org.alongside.careplan;

import java.time.Duration;

/** Port to the decision table of reviews by risk level (DL29, code list risk_level), as it stands now. */
public interface ReviewTimes {
    /**
     * The times that hold for her; of a child's and those of her risk level the shorter ones.
     *
     * @param risk code of risk_level
     */
    ReviewTime of(String risk, boolean child);

    /**
     * One row of the table, from the beginning of the plan or its last review on.
     *
     * @param askAfter until the lead is asked to look at the plan again
     * @param reviewWithin until it is to be done, and a supervisor is asked where it is not
     * @param approveWithin from asking until a supervisor is to decide
     */
    record ReviewTime(Duration askAfter, Duration reviewWithin, Duration approveWithin) {
        /** The shorter of each. */
        public ReviewTime orSooner(ReviewTime other) {
            return new ReviewTime(
                    shorter(askAfter, other.askAfter),
                    shorter(reviewWithin, other.reviewWithin),
                    shorter(approveWithin, other.approveWithin));
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }
}
