package org.alongside.casefile;

import java.util.List;

/**
 * What an intake asks, in its order. Codes are those of the code lists; absent lists are empty, absent texts null.
 *
 * @param safety is anybody in danger now
 * @param language what she speaks, and with whom to interpret
 * @param agreement her consent to keep a file, after the limits of confidentiality were explained
 * @param child for a child or presumed child, and only then
 * @param constraints safety constraints that every helper must keep, codes of safety_constraint
 * @param needs what she wants help with now, codes of need
 * @param wish what she wants, in her own words
 * @param intakeSource code of intake_source
 */
public record NewCase(
        Safety safety,
        Language language,
        Agreement agreement,
        Age age,
        Child child,
        Name name,
        Person person,
        SafeContact contact,
        Screening screening,
        List<String> constraints,
        List<String> needs,
        String wish,
        String situation,
        String intakeSource) {
    public NewCase {
        constraints = orNone(constraints);
        needs = orNone(needs);
    }

    static List<String> orNone(List<String> values) {
        return values == null
                ? List.of()
                : List.copyOf(values.stream().distinct().toList());
    }

    /** Whether somebody is in danger now, and a note for the safety of all. */
    public record Safety(boolean inDanger, String note) {}

    /** Code of language (ISO 639-2 where there is one) and of interpreter. */
    public record Language(String code, String interpreter) {}

    /**
     * Consent to record.
     *
     * @param giver code of consent_giver
     * @param medium code of consent_medium
     * @param limitsExplained that harm, child abuse and courts limit confidentiality was said
     */
    public record Agreement(String giver, String medium, boolean limitsExplained) {}

    /**
     * Her own views and assent, and who consents for her by what right; never an excluded person.
     *
     * @param views her views in her words, or null
     * @param viewsNotAsked why they were not asked (code), where there are none
     * @param assent code of assent
     * @param giverRight by what right the giver consents, code of giver_right
     * @param giverRelation what the giver is to her, code of excluded_relation, or null where not a relative
     */
    public record Child(
            String views,
            String viewsNotAsked,
            String assent,
            String giverRight,
            String giverRelation,
            String guardianName,
            List<ExcludedPerson> excluded) {
        public Child {
            excluded = excluded == null ? List.of() : List.copyOf(excluded);
        }
    }

    /** Somebody who is suspected to have harmed her: excluded from consenting, reading and living with her. */
    public record ExcludedPerson(String relation, String description) {}

    /** The name she uses, and her legal name as far as she tells it. */
    public record Name(String preferred, String given, String family) {}

    /** Codes of sex_recorded, gender, accessibility; countries by ISO 3166 alpha-2; region as partners use it. */
    public record Person(
            String sex, String gender, List<String> citizenship, String region, List<String> accessibility) {
        public Person {
            citizenship = orNone(citizenship);
            accessibility = orNone(accessibility);
        }
    }

    /**
     * How to reach her safely.
     *
     * @param value number or address, needed for phone, message and e-mail
     * @param safeHours when, in her words
     * @param leaveMessage code of leave_message
     * @param coverStory what to say if somebody else answers
     * @param never what must never be done
     */
    public record SafeContact(
            String channel, String value, String safeHours, String leaveMessage, String coverStory, String never) {}

    /**
     * Act, means and purpose (Palermo Protocol article 3); means are never asked for a child.
     *
     * @param outcome code of screening_outcome
     */
    public record Screening(
            List<String> acts,
            List<String> means,
            List<String> purposes,
            List<String> controls,
            String recruiter,
            String months,
            String outcome) {
        public Screening {
            acts = orNone(acts);
            means = orNone(means);
            purposes = orNone(purposes);
            controls = orNone(controls);
        }
    }
}
