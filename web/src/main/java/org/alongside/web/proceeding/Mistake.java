package org.alongside.web.proceeding;

import java.util.UUID;
import org.alongside.proceeding.NewTakingBack;
import org.alongside.shared.Check;
import org.alongside.shared.Ids;
import org.alongside.web.draft.Answers;

/** Which payment or cost was written down by mistake, and what was wrong with it. */
record Mistake(UUID which, NewTakingBack said) {
    static Mistake of(Answers answers) {
        UUID which = answers.text("which").map(Ids::parse).orElse(null);
        String why = answers.text("why").orElse(null);
        new Check()
                .that(which != null, "which", "missing")
                .that(why != null, "why", "missing")
                .orRefuse();
        return new Mistake(which, new NewTakingBack(why));
    }
}
