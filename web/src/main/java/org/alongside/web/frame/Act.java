package org.alongside.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.alongside.shared.Refusal;

/** What a press of a button comes to: it is done, said and led on from, or what stands against it is shown where it was pressed. */
@RequestScoped
public class Act {
    @Inject
    Reasons reasons;

    @Inject
    Toast toast;

    @Inject
    Pressed pressed;

    /**
     * Performs what was pressed.
     *
     * @param next where to go on once it is done
     * @param said key of the words that say so there, and what they mention
     * @return where to go on; null to stay, with the reasons
     */
    public String perform(Runnable doing, String next, String said, Object... values) {
        try {
            doing.run();
            toast.say(said, values);
            return next;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    /**
     * Hands in what was typed; twice from one form with the same words it is one thing.
     *
     * @param typed reads it; of what cannot be read the reason stands beside its field
     * @param door takes it, with the key that makes it repeatable
     */
    public <R> String handIn(Supplier<R> typed, BiConsumer<R, String> door, String next, String said) {
        return perform(
                () -> {
                    R body = typed.get();
                    door.accept(body, pressed.key(body));
                },
                next,
                said);
    }
}
