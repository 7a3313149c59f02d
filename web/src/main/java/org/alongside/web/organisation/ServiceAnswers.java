package org.alongside.web.organisation;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.alongside.organisation.NewService;
import org.alongside.organisation.NewService.Hours;
import org.alongside.organisation.OwnOffer;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.TeamId;
import org.alongside.web.draft.Answers;

/** What is typed about a service, as its form holds it and as it is handed in. */
final class ServiceAnswers {
    private ServiceAnswers() {}

    static Answers of(OwnOffer offer) {
        NewService service = offer.described();
        Answers answers = new Answers();
        answers.put("type", service.type());
        answers.put("name", service.name());
        answers.put("region", service.region());
        answers.put("remote", service.remote() ? "yes" : null);
        answers.put("team", service.team());
        answers.put("forChildren", service.forChildren() ? "yes" : null);
        answers.put("minAge", service.minAge());
        answers.put("maxAge", service.maxAge());
        answers.put("sexes", service.sexes());
        answers.put("languages", service.languages());
        answers.put("accessibility", service.accessibility());
        answers.put("capacity", service.capacity());
        service.hours().forEach(one -> {
            answers.put("opens_" + one.weekday(), one.opens());
            answers.put("closes_" + one.weekday(), one.closes());
        });
        return answers;
    }

    static NewService service(Answers answers) {
        return new NewService(
                answers.text("type").orElse(null),
                answers.text("name").orElse(null),
                answers.text("region").orElse(null),
                answers.yes("remote"),
                answers.text("team").map(TeamId::of).orElse(null),
                answers.yes("forChildren"),
                age(answers, "minAge"),
                age(answers, "maxAge"),
                answers.several("sexes"),
                answers.several("languages"),
                answers.several("accessibility"),
                answers.text("capacity").orElse(null),
                hours(answers));
    }

    private static Integer age(Answers answers, String field) {
        return answers.text(field)
                .map(text -> text.strip().matches("\\d{1,3}") ? Integer.parseInt(text.strip()) : -1)
                .orElse(null);
    }

    private static List<Hours> hours(Answers answers) {
        List<Hours> hours = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            if (answers.text("opens_" + day).isPresent()
                    || answers.text("closes_" + day).isPresent()) {
                hours.add(new Hours(day, time(answers, "opens_" + day), time(answers, "closes_" + day)));
            }
        }
        return hours;
    }

    /** A time of the day; refuses beside the field where there is none: the other half of the hours is there. */
    private static LocalTime time(Answers answers, String field) {
        return answers.time(field)
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, List.of(Reason.at(field, "unknown-time"))));
    }
}
