package org.alongside.casefile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.alongside.code.CodeOf;

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
        @NotNull Safety safety,
        @NotNull Language language,
        @NotNull Agreement agreement,
        @NotNull Age age,
        Child child,
        @NotNull Name name,
        @NotNull Person person,
        @NotNull SafeContact contact,
        @NotNull Screening screening,
        @CodeOf("safety_constraint") List<String> constraints,
        @CodeOf("need") List<String> needs,
        @Size(max = 1000) String wish,
        @Size(max = 4000) String situation,
        @NotNull @CodeOf("intake_source") String intakeSource) {
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
    public record Safety(boolean inDanger, @Size(max = 1000) String note) {}

    /** Code of language (ISO 639-2 where there is one) and of interpreter. */
    public record Language(
            @NotNull @CodeOf("language") String code,
            @NotNull @CodeOf("interpreter") String interpreter) {}

    /**
     * Consent to record.
     *
     * @param giver code of consent_giver
     * @param medium code of consent_medium
     * @param limitsExplained that harm, child abuse and courts limit confidentiality was said
     */
    public record Agreement(
            @NotNull @CodeOf("consent_giver") String giver,
            @NotNull @CodeOf("consent_medium") String medium,
            boolean limitsExplained) {}

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
            @Size(max = 2000) String views,
            @CodeOf("views_not_asked") String viewsNotAsked,
            @NotNull @CodeOf("assent") String assent,
            @NotNull @CodeOf("giver_right") String giverRight,
            @CodeOf("excluded_relation") String giverRelation,
            @Size(max = 120) String guardianName,
            List<ExcludedPerson> excluded) {
        public Child {
            excluded = excluded == null ? List.of() : List.copyOf(excluded);
        }
    }

    /** Somebody who is suspected to have harmed her: excluded from consenting, reading and living with her. */
    public record ExcludedPerson(
            @NotNull @CodeOf("excluded_relation") String relation,
            @Size(max = 200) String description) {}

    /** The name she uses, and her legal name as far as she tells it. */
    public record Name(
            @NotNull @Size(max = 80) String preferred,
            @Size(max = 80) String given,
            @Size(max = 80) String family) {}

    /** Codes of sex_recorded, gender, accessibility; countries by ISO 3166 alpha-2; region as partners use it. */
    public record Person(
            @NotNull @CodeOf("sex_recorded") String sex,
            @CodeOf("gender") String gender,
            List<String> citizenship,
            @NotNull @CodeOf("region") String region,
            @CodeOf("accessibility") List<String> accessibility) {
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
            @NotNull @CodeOf("contact_channel") String channel,
            @Size(max = 200) String value,
            @Size(max = 120) String safeHours,
            @NotNull @CodeOf("leave_message") String leaveMessage,
            @Size(max = 200) String coverStory,
            @Size(max = 200) String never) {}

    /**
     * Act, means and purpose (Palermo Protocol article 3); means are never asked for a child.
     *
     * @param outcome code of screening_outcome
     */
    public record Screening(
            @CodeOf("trafficking_act") List<String> acts,
            @CodeOf("trafficking_means") List<String> means,
            @CodeOf("exploitation_type") List<String> purposes,
            @CodeOf("means_of_control") List<String> controls,
            @CodeOf("relationship_to_trafficker") String recruiter,
            @CodeOf("months_trafficked") String months,
            @NotNull @CodeOf("screening_outcome") String outcome) {
        public Screening {
            acts = orNone(acts);
            means = orNone(means);
            purposes = orNone(purposes);
            controls = orNone(controls);
        }
    }
}
