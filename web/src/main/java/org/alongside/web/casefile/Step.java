package org.alongside.web.casefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.alongside.shared.Reason;
import org.alongside.web.draft.Answers;

/** The steps of a guided intake, in order, each with the parts of a {@code NewCase} that it asks. */
public enum Step {
    SAFETY("safety"),
    LANGUAGE("language"),
    AGE("age"),
    AGREEMENT("agreement", "child"),
    PERSON("name", "person", "contact"),
    EVENTS("screening", "situation"),
    NEEDS("needs", "wish", "constraints", "intakeSource"),
    READ_BACK;

    private final Set<String> parts;

    Step(String... parts) {
        this.parts = Set.of(parts);
    }

    /** The step with that number, the first one where there is none. */
    public static Step of(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : SAFETY;
    }

    /** The step that asks the field of a reason. */
    public static Step asking(Reason reason) {
        return Arrays.stream(values())
                .filter(step -> step.asks(reason))
                .findFirst()
                .orElse(READ_BACK);
    }

    /** The first step in which nothing was answered. */
    static Step goingOn(Answers answers) {
        return Arrays.stream(values())
                .filter(step ->
                        answers.keySet().stream().noneMatch(field -> step.parts.contains(field.split("_", 2)[0])))
                .findFirst()
                .orElse(READ_BACK);
    }

    boolean asks(Reason reason) {
        return parts.contains(reason.field().split("\\.", 2)[0]);
    }

    /** From 1. */
    public int getNumber() {
        return ordinal() + 1;
    }

    /** Name of the file with its questions. */
    public String getPage() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Step next() {
        return of(Math.min(getNumber() + 1, values().length));
    }

    Step before() {
        return of(Math.max(getNumber() - 1, 1));
    }
}
