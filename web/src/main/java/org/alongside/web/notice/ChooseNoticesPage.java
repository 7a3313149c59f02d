package org.alongside.web.notice;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.alongside.notice.NewNoticeChoice;
import org.alongside.notice.NoticeChoice;
import org.alongside.notice.NoticeService;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** How somebody hears by mail that a task waits for them. */
@Named
@RequestScoped
public class ChooseNoticesPage {
    @EJB
    private NoticeService notices;

    @Inject
    private Act act;

    private NoticeChoice choice;
    private Answers answers;

    public NoticeChoice getChoice() {
        if (choice == null) {
            choice = notices.choice();
        }
        return choice;
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put("way", getChoice().way());
            answers.put("digestHour", String.valueOf(getChoice().digestHour()));
            answers.put(
                    "quietFrom", getChoice().quietFrom().map(String::valueOf).orElse(null));
            answers.put(
                    "quietUntil", getChoice().quietUntil().map(String::valueOf).orElse(null));
            answers.put("language", getChoice().language());
        }
        return answers;
    }

    /** The hours of a day. */
    public List<Hour> getHours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> new Hour(String.valueOf(hour), "%02d:00".formatted(hour)))
                .toList();
    }

    public String save() {
        return act.perform(
                () -> notices.choose(new NewNoticeChoice(
                        answers.text("way").orElse(null),
                        hour("digestHour"),
                        hour("quietFrom"),
                        hour("quietUntil"),
                        answers.text("language").orElse(null))),
                "/notice/preferences.xhtml?faces-redirect=true",
                "notice.saved");
    }

    /** What is chosen from a list of hours is one of them. */
    private Integer hour(String field) {
        return answers.text(field)
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    /** An hour as it is sent, and as it is shown. */
    public record Hour(String value, String label) {}
}
