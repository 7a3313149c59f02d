package org.alongside.web.consent;

import org.alongside.casefile.ChildsWord;
import org.alongside.shared.GuardianId;
import org.alongside.web.draft.Answers;

/** Who gives a consent, as a form says it: what was typed for another giver than the one chosen last is left out. */
record GivenBy(String giver, String right, GuardianId guardian, String relation, String assent) {
    /** Where nothing is agreed to. */
    static final GivenBy NOBODY = new GivenBy(null, null, null, null, null);

    private static final String HERSELF = "SELF";

    static GivenBy of(Answers answers, boolean child) {
        if (!child) {
            return new GivenBy(HERSELF, null, null, null, null);
        }
        String giver = answers.text("giver").orElse(null);
        boolean standing = ChildsWord.standsForHer(giver);
        boolean another = !HERSELF.equals(giver);
        return new GivenBy(
                giver,
                another ? answers.text("giverRight").orElse(null) : null,
                standing ? answers.text("guardian").map(GuardianId::of).orElse(null) : null,
                another && !standing ? answers.text("giverRelation").orElse(null) : null,
                answers.text("assent").orElse(null));
    }
}
