package org.alongside.web.print;

import java.util.List;
import java.util.Locale;
import org.alongside.access.Printed;
import org.alongside.casefile.CaseView;

/** A file on paper, as far as it is open to the one who prints it. */
public final class CaseSummary {

    private CaseSummary() {}

    /** The PDF. */
    public static byte[] pdf(Printed<CaseView> printed, Locale locale) {
        Words words = new Words(locale, printed.mark());
        Paper paper = words.paper(printed);
        CaseView file = printed.content();
        paper.title(words.get("case.title"))
                .fact(words.get("code"), file.code())
                .fact(words.get("status"), words.code("case_status", file.status()))
                .fact(words.get("opened"), words.day(file.openedAt()))
                .fact(words.get("lead"), file.leadName());
        parts(paper, words, file);
        file.kept().ifPresent(kept -> paper.part(words.shared("casefile.known.kept"))
                .fact(words.get("giver"), words.code("consent_giver", kept.giver()))
                .fact(words.get("medium"), words.code("consent_medium", kept.medium()))
                .fact(words.get("given"), words.day(kept.givenAt())));
        return Press.print(paper, locale);
    }

    /** The parts of a file that letters carry too. */
    static void parts(Paper paper, Words words, CaseView file) {
        who(paper, words, file);
        file.contact().ifPresent(contact -> paper.part(words.shared("casefile.known.contact"))
                .fact(words.shared("casefile.channel"), words.code("contact_channel", contact.channel()))
                .fact(words.shared("casefile.value"), contact.value())
                .fact(words.shared("casefile.safeHours"), contact.safeHours())
                .fact(words.shared("casefile.leaveMessage"), words.code("leave_message", contact.leaveMessage()))
                .fact(words.shared("casefile.coverStory"), contact.coverStory())
                .fact(words.shared("casefile.never"), contact.never()));
        paper.part(words.shared("casefile.known.safety"));
        file.safety().ifPresent(safety -> paper.fact(
                        words.shared("casefile.risk"), words.code("risk_level", safety.riskLevel()))
                .fact(
                        words.shared("casefile.known.danger"),
                        words.shared("casefile.known.danger." + (safety.inDanger() ? "yes" : "no")))
                .fact(
                        words.shared("casefile.known.constraints"),
                        words.codes("safety_constraint", safety.constraints())));
        file.safetyNote().ifPresent(note -> paper.fact(words.shared("casefile.known.note"), note.note()));
        file.needs().ifPresent(needs -> paper.part(words.shared("casefile.known.needs"))
                .quote(needs.wish())
                .points(needs.needs().stream()
                        .map(need -> words.code("need", need))
                        .toList()));
        file.experience().ifPresent(experience -> experience(paper, words, experience));
        file.childProtection().ifPresent(child -> paper.part(words.shared("casefile.known.child"))
                .quote(child.views())
                .fact(words.shared("casefile.known.notAsked"), words.code("views_not_asked", child.viewsNotAsked()))
                .fact(words.shared("casefile.known.assent"), words.code("assent", child.assent()))
                .fact(words.shared("casefile.known.giver"), words.code("consent_giver", child.giver()))
                .fact(words.shared("casefile.known.guardian"), child.guardianName())
                .fact(
                        words.shared("casefile.known.excluded"),
                        words.codes("excluded_relation", child.excludedRelations())));
        file.childNotification().ifPresent(told -> paper.part(words.shared("casefile.known.told"))
                .fact(words.shared("casefile.authority"), told.authority())
                .fact(words.shared("casefile.toldAt"), words.time(told.notifiedAt()))
                .fact(words.shared("casefile.reference"), told.reference()));
    }

    private static void who(Paper paper, Words words, CaseView file) {
        paper.part(words.shared("casefile.known.who"));
        file.who().ifPresent(who -> paper.fact(words.shared("casefile.preferred"), who.preferredName())
                .fact(words.shared("casefile.known.age"), words.code("age_band", who.ageBand())));
        file.identity().ifPresent(identity -> paper.fact(words.shared("casefile.given"), identity.given())
                .fact(words.shared("casefile.family"), identity.family())
                .fact(words.get("age.stated"), identity.statedAge() == null ? null : words.years(identity.statedAge()))
                .fact(words.get("age.basis"), words.code("age_basis", identity.ageBasis()))
                .fact(words.shared("casefile.known.born"), words.day(identity.birthDate())));
        file.demographics().ifPresent(known -> paper.fact(
                        words.shared("casefile.known.sex"), words.code("sex_recorded", known.sex()))
                .fact(words.shared("casefile.known.gender"), words.code("gender", known.gender()))
                .fact(words.shared("casefile.known.citizenship"), words.countries(orNone(known.citizenship())))
                .fact(words.shared("casefile.known.region"), words.code("region", known.region()))
                .fact(
                        words.shared("casefile.known.accessibility"),
                        words.codes("accessibility", orNone(known.accessibility()))));
        file.language().ifPresent(language -> paper.fact(
                        words.shared("casefile.known.speaks"), words.code("language", language.code()))
                .fact(words.shared("casefile.known.interpreter"), words.code("interpreter", language.interpreter())));
    }

    private static void experience(Paper paper, Words words, CaseView.Experience known) {
        paper.part(words.shared("casefile.known.events"))
                .fact(words.shared("casefile.known.sign"), words.code("screening_outcome", known.outcome()))
                .fact(words.shared("casefile.known.acts"), words.codes("trafficking_act", known.acts()))
                .fact(words.shared("casefile.known.means"), words.codes("trafficking_means", known.means()))
                .fact(words.shared("casefile.known.purposes"), words.codes("exploitation_type", known.purposes()))
                .fact(words.shared("casefile.known.controls"), words.codes("means_of_control", known.controls()))
                .fact(
                        words.shared("casefile.known.recruiter"),
                        words.code("relationship_to_trafficker", known.recruiter()))
                .fact(words.shared("casefile.known.months"), words.code("months_trafficked", known.months()))
                .fact(words.shared("casefile.known.situation"), known.situation());
    }

    private static List<String> orNone(List<String> codes) {
        return codes == null ? List.of() : codes;
    }
}
