package org.alongside.careplan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.safety.SafetyPrints.PrintedSafety;

/**
 * A care plan as it stands on paper; it names the file by its code alone.
 *
 * @param lead the organisation that leads the file
 * @param risk code of risk_level, where the printer may know it
 * @param needs what she says and where she stands, as far as it is the printer's to know
 * @param contacted who was asked to help her, as far as that is the printer's to know
 * @param safety what threatens her, and her safety plan; for who leads and reads all of it
 * @param frame since when there is a plan, by when it is looked at again and who agreed; for who reads all of it
 */
public record PrintedPlan(
        String caseCode,
        String lead,
        CarePlanView plan,
        Optional<String> risk,
        NeedsView needs,
        List<Contacted> contacted,
        Optional<Frame> frame,
        Optional<PrintedSafety> safety) {

    /**
     * An organisation that was asked to help.
     *
     * @param name empty where the printer is not to know which
     * @param service code of service_type
     * @param status code of referral_status
     */
    public record Contacted(Optional<String> name, String service, String status) {}

    /**
     * The time frame, and the supervisor who agreed, if one did.
     *
     * @param changedSince whether something of the plan changed after that
     */
    public record Frame(
            Instant begunAt,
            Instant reviewBy,
            Optional<String> approvedBy,
            Optional<Instant> approvedAt,
            boolean changedSince) {}
}
