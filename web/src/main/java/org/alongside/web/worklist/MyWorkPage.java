package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alongside.access.Role;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Text;
import org.alongside.worklist.WorkItem;
import org.alongside.worklist.WorkItem.AboutReferral;
import org.alongside.worklist.WorklistService;

/** My work: the one thing to do next, then today, this week and later. */
@Named
@RequestScoped
public class MyWorkPage {
    private static final int A_WEEK = 7;
    private static final Duration A_SHIFT = Duration.ofHours(8);

    @EJB
    private WorklistService worklist;

    @Inject
    private WhoIsHere who;

    @Inject
    private Text text;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    private List<Todo> todos;

    /** When a task is due, seen from today in the reader's zone. */
    private enum When {
        TODAY,
        WEEK,
        LATER
    }

    /** The one that cannot wait longest; nothing where nothing waits. */
    public Todo getNext() {
        return todos().stream().findFirst().orElse(null);
    }

    /** Whether anything waits behind it. */
    public boolean isMore() {
        return todos().size() > 1;
    }

    public List<Todo> getToday() {
        return after(When.TODAY);
    }

    public List<Todo> getWeek() {
        return after(When.WEEK);
    }

    public List<Todo> getLater() {
        return after(When.LATER);
    }

    /** How much waits today, and until when the first of it can. */
    public String getLede() {
        if (todos().isEmpty()) {
            return "";
        }
        long today = todos().stream().filter(todo -> when(todo) == When.TODAY).count();
        if (today == 0) {
            return text.count("worklist.lede.notToday", todos().size());
        }
        Instant first = getNext().item().task().dueAt().orElseThrow();
        return first.isAfter(dates.getNow())
                ? text.count("worklist.lede.today", today, dates.time(first))
                : text.count("worklist.lede.late", today);
    }

    /** What to do next, said as a sentence. */
    public String getSentence() {
        WorkItem item = getNext().item();
        Optional<String> question = item.referral()
                .flatMap(AboutReferral::question)
                .filter(any -> item.task().kind().equals("referral.answer-question"));
        return question.isPresent()
                ? text.of(
                        "worklist.asks",
                        item.referral().orElseThrow().recipientName(),
                        text.name("code.referral_question", question.get()))
                : text.name("task", item.task().kind());
    }

    /** What people of this job can do while nothing waits: key of the words. */
    public String getIdleWords() {
        List<Role> roles = who.worker().map(one -> List.copyOf(one.roles())).orElse(List.of());
        return roles.contains(Role.CW)
                ? "caseworker"
                : roles.contains(Role.NRM)
                        ? "coordinator"
                        : roles.stream().anyMatch(Role.RECEIVING::contains)
                                ? "provider"
                                : roles.contains(Role.GRD) ? "guardian" : "anyone";
    }

    public String getFirstName() {
        return who.worker().map(one -> one.name().split(" ")[0]).orElse("");
    }

    private List<Todo> after(When when) {
        return todos().stream()
                .skip(1)
                .collect(Collectors.groupingBy(this::when))
                .getOrDefault(when, List.of());
    }

    /** What falls due within a shift is today's, also when midnight lies between. */
    private When when(Todo todo) {
        Instant shift = dates.getNow().plus(A_SHIFT);
        LocalDate today = day(dates.getNow());
        return todo.item()
                .task()
                .dueAt()
                .map(due -> due.isBefore(shift) || !day(due).isAfter(today)
                        ? When.TODAY
                        : day(due).isBefore(today.plusDays(A_WEEK)) ? When.WEEK : When.LATER)
                .orElse(When.LATER);
    }

    private LocalDate day(Instant when) {
        return when.atZone(language.getZone()).toLocalDate();
    }

    private List<Todo> todos() {
        if (todos == null) {
            todos = worklist.myWork().stream().map(Todo::of).toList();
        }
        return todos;
    }
}
