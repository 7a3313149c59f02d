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
import java.util.stream.Stream;
import org.alongside.access.Role;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Text;
import org.alongside.worklist.WorkItem;
import org.alongside.worklist.WorkItem.AboutReferral;
import org.alongside.worklist.WorklistService;
import org.omnifaces.cdi.Param;

/** My work: the one thing to do next, then today, this week and later, so much at once as can be looked over. */
@Named
@RequestScoped
public class MyWorkPage {
    private static final int A_WEEK = 7;
    private static final int A_PAGE = 25;
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

    @Inject
    @Param
    private String behind;

    private List<Todo> todos;

    /** When a task is due, seen from today in the reader's zone. */
    private enum When {
        TODAY,
        WEEK,
        LATER
    }

    /** The one that cannot wait longest; nothing where nothing waits. */
    public Todo getNext() {
        return getBehind() > 0 ? null : todos().stream().findFirst().orElse(null);
    }

    /** Whether anything waits besides it. */
    public boolean isMore() {
        return todos().size() > (getBehind() > 0 ? 0 : 1);
    }

    /** Whether nothing at all waits here. */
    public boolean isNothing() {
        return getBehind() == 0 && todos().isEmpty();
    }

    /** Behind how many the next page begins; empty where this is the last. */
    public Integer getFurther() {
        return todos().size() > A_PAGE ? getBehind() + A_PAGE : null;
    }

    /** Whether the page begins behind others. */
    public boolean isFurtherOn() {
        return getBehind() > 0;
    }

    /** How much is due then; not said where more may be than was counted. */
    public String note(String when) {
        When due = When.valueOf(when);
        long many = due(due).count();
        boolean uncounted = isCountedOut() && when(todos().get(todos().size() - 1)) == due;
        return uncounted ? text.of("worklist.atLeast", many) : text.count("worklist.things", many);
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
        if (getBehind() > 0) {
            return text.of("worklist.lede.behind", getBehind());
        }
        long today = todos().stream().filter(todo -> when(todo) == When.TODAY).count();
        if (isCountedOut() && (today == 0 || today == todos().size())) {
            return text.of("worklist.lede.atLeast", todos().size());
        }
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
                .limit(A_PAGE)
                .skip(getBehind() > 0 ? 0 : 1)
                .filter(todo -> when(todo) == when)
                .toList();
    }

    private Stream<Todo> due(When when) {
        return todos().stream().skip(getBehind() > 0 ? 0 : 1).filter(todo -> when(todo) == when);
    }

    /** Whether more may wait than was read. */
    private boolean isCountedOut() {
        return todos().size() == WorklistService.MOST_SHOWN;
    }

    /** How many of the soonest are left out: 0, or where the reader read on. */
    public int getBehind() {
        return behind != null && behind.matches("[0-9]{1,4}") ? Integer.parseInt(behind) : 0;
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
            todos = worklist.myWork(getBehind()).stream().map(Todo::of).toList();
        }
        return todos;
    }
}
