package org.alongside.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;

/**
 * A file as far as it is open to the caller: a part they may not see is empty, and nothing says whether it holds anything.
 *
 * @param bases on what the caller's access rests: codes of the bases of grants
 * @param legalKnown whether the caller may know of legal matters, if there are any
 * @param healthKnown whether anything of her health is the caller's to know, if there is anything
 * @param counsellingKnown whether the caller may know of counselling, if there is any
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
        boolean legalKnown,
        boolean healthKnown,
        boolean counsellingKnown,
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

    /** The kinds of information that are in it. */
    public Set<Category> categories() {
        Set<Category> told = EnumSet.noneOf(Category.class);
        parts().forEach((category, parts) -> {
            if (parts.stream().anyMatch(Optional::isPresent)) {
                told.add(category);
            }
        });
        return told;
    }

    /** The same with the parts of these kinds of information alone. */
    CaseView only(Set<Category> categories) {
        return new CaseView(
                id,
                code,
                status,
                episode,
                openedAt,
                nextDue,
                lead,
                leadName,
                leadWorker,
                leadWorkerName,
                ledHere,
                legalKnown,
                healthKnown,
                counsellingKnown,
                bases,
                openUntil,
                who.filter(part -> categories.contains(Category.IDENTITY)),
                identity.filter(part -> categories.contains(Category.IDENTITY)),
                childProtection.filter(part -> categories.contains(Category.IDENTITY)),
                contact.filter(part -> categories.contains(Category.CONTACT_LOCATION)),
                language.filter(part -> categories.contains(Category.DEMOGRAPHICS)),
                demographics.filter(part -> categories.contains(Category.DEMOGRAPHICS)),
                experience.filter(part -> categories.contains(Category.TRAFFICKING_EXPERIENCE)),
                safety.filter(part -> categories.contains(Category.SAFETY_RISK)),
                safetyNote.filter(part -> categories.contains(Category.SAFETY_RISK)),
                needs.filter(part -> categories.contains(Category.CARE_PLAN_GOALS)),
                kept.filter(part -> categories.contains(Category.REFERRALS)),
                childNotification.filter(part -> categories.contains(Category.REFERRALS)));
    }

    private Map<Category, List<Optional<?>>> parts() {
        return Map.of(
                Category.IDENTITY, List.of(who, identity, childProtection),
                Category.CONTACT_LOCATION, List.of(contact),
                Category.DEMOGRAPHICS, List.of(language, demographics),
                Category.TRAFFICKING_EXPERIENCE, List.of(experience),
                Category.SAFETY_RISK, List.of(safety, safetyNote),
                Category.CARE_PLAN_GOALS, List.of(needs),
                Category.REFERRALS, List.of(kept, childNotification));
    }

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

    /**
     * Safety and risk, minimum subset.
     *
     * @param openAlerts how many alerts there are about which somebody is still asked
     */
    public record Safety(String riskLevel, boolean inDanger, List<String> constraints, int openAlerts) {}

    /** Safety and risk, whole. */
    public record SafetyNote(String note) {}

    /** Care plan and goals: what she wants now. */
    public record Needs(List<String> needs, String wish) {}

    /** Referrals and consents: her consent to keep this file. */
    public record Kept(String giver, String medium, String language, Instant givenAt) {}

    /** Referrals and consents: that the child authority was told. */
    public record Notification(String authority, String reference, Instant notifiedAt) {}
}
