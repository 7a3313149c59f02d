package org.alongside.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;

/**
 * A file as far as it is open to the caller: a part they may not see is empty, and nothing says whether it holds anything.
 *
 * @param bases on what the caller's access rests: codes of the bases of grants
 * @param openUntil until when something of it stays open to the caller, UTC; empty where no end is set
 */
public record CaseView(
        CaseId id,
        String code,
        String status,
        int episode,
        Instant openedAt,
        LocalDate nextDue,
        OrganisationId lead,
        String leadName,
        WorkerId leadWorker,
        String leadWorkerName,
        boolean ledHere,
        Set<String> bases,
        Optional<Instant> openUntil,
        Optional<Who> who,
        Optional<Identity> identity,
        Optional<ChildProtection> childProtection,
        Optional<SafeContact> contact,
        Optional<Language> language,
        Optional<Demographics> demographics,
        Optional<Experience> experience,
        Optional<Safety> safety,
        Optional<SafetyNote> safetyNote,
        Optional<Needs> needs,
        Optional<Kept> kept,
        Optional<Notification> childNotification) {

    /** Identity, minimum subset. */
    public record Who(String preferredName, String ageBand, boolean child, int version) {}

    /** Identity, whole. */
    public record Identity(
            String given,
            String family,
            String ageBasis,
            Integer statedAge,
            LocalDate birthDate,
            boolean maybeChild,
            int version) {}

    /** Identity: her own views, and who speaks for her. */
    public record ChildProtection(
            String views,
            String viewsNotAsked,
            String assent,
            String giver,
            String giverRight,
            String giverRelation,
            String guardianName,
            List<String> excludedRelations) {}

    /** Contact and location, minimum subset. */
    public record SafeContact(
            String channel,
            String value,
            String safeHours,
            String leaveMessage,
            String coverStory,
            String never,
            int version) {}

    /** Demographics, minimum subset. */
    public record Language(String code, String interpreter) {}

    /** Demographics, whole. */
    public record Demographics(
            String sex, String gender, List<String> citizenship, String region, List<String> accessibility) {}

    /** Trafficking experience. */
    public record Experience(
            List<String> acts,
            List<String> means,
            List<String> purposes,
            List<String> controls,
            String recruiter,
            String months,
            String outcome,
            String situation) {}

    /** Safety and risk, minimum subset. */
    public record Safety(String riskLevel, boolean inDanger, List<String> constraints) {}

    /** Safety and risk, whole. */
    public record SafetyNote(String note) {}

    /** Care plan and goals: what she wants now. */
    public record Needs(List<String> needs, String wish) {}

    /** Referrals and consents: her consent to keep this file. */
    public record Kept(String giver, String medium, String language, Instant givenAt) {}

    /** Referrals and consents: that the child authority was told. */
    public record Notification(String authority, String reference, Instant notifiedAt) {}
}
