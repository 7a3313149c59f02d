package org.alongside.web.print;

import java.util.Locale;
import org.alongside.access.Printed;
import org.alongside.safety.PrintedSafetyPlan;
import org.alongside.safety.PrintedSafetyPlan.Part;

/** Her own copy of her safety plan. Where it is not safe to carry one it says nothing of who helps her, nor what it is. */
public final class SafetyPlanPaper {

    private SafetyPlanPaper() {}

    /** The PDF. */
    public static byte[] pdf(Printed<PrintedSafetyPlan> printed, Locale locale) {
        Words words = new Words(locale, printed.mark());
        boolean neutral = printed.content().neutral();
        Paper paper = neutral
                ? words.unmarked().title(words.get("notes.title"))
                : words.paper(printed).title(words.shared("safety.plan"));
        for (Part part : printed.content().parts()) {
            paper.part(neutral ? words.get("notes." + part.name()) : words.shared("safety.plan." + part.name()))
                    .quote(part.words());
        }
        return Press.print(paper, locale);
    }
}
