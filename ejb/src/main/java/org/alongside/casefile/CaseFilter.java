package org.alongside.casefile;

import java.util.List;
import org.alongside.code.CodeOf;
import org.alongside.shared.OrganisationId;

/**
 * Which of the cases that are open to the caller a list shows: those that all of it fits. What is empty or absent leaves all.
 *
 * @param statuses codes of case_status
 * @param risks codes of risk_level; where the caller may not know the risk of a case, none fits it
 * @param lead the organisation that leads
 * @param next when the next date is, code of next_date, in whole days of UTC from today
 * @param service code of service_type that was asked for or given, under a referral that the caller may read
 */
public record CaseFilter(
        @CodeOf("case_status") List<String> statuses,
        @CodeOf("risk_level") List<String> risks,
        OrganisationId lead,
        @CodeOf("next_date") String next,
        @CodeOf("service_type") String service) {
    /** All of them. */
    public static final CaseFilter NONE = new CaseFilter(null, null, null, null, null);

    public CaseFilter {
        statuses = inOrder(statuses);
        risks = inOrder(risks);
    }

    /** Whether it leaves all. */
    public boolean choosesAll() {
        return equals(NONE);
    }

    /** One order, so that the same choice is known again. */
    private static List<String> inOrder(List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream().map(String::valueOf).distinct().sorted().toList();
    }
}
