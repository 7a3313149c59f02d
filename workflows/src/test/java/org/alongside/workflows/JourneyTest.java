package org.alongside.workflows;

import static org.alongside.referral.Urgency.EMERGENCY;
import static org.alongside.referral.Urgency.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.alongside.casefile.CaseEvent.CaseOpened;
import org.alongside.referral.Approval;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.worklist.Journeys.Labels;
import org.alongside.worklist.Journeys.Standing;
import org.alongside.worklist.Journeys.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Where it stands, told and drawn. */
class JourneyTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void caseworker_reads_who_is_asked_since_when_and_by_when() {
        Story story = Story.sent(world, URGENT).ask();
        Standing standing = story.standing();
        assertThat(standing.process()).isEqualTo("referral");
        assertThat(standing.ended()).isFalse();
        assertThat(standing.here()).extracting(Step::id).containsExactlyInAnyOrder("answer", "answer-question");
        assertThat(standing.since()).isBetween(world.now().minusSeconds(10), world.now());
        assertThat(standing.here()).allSatisfy(step -> {
            assertThat(step.dueAt()).isPresent();
            assertThat(step.asked()).isNotEmpty();
        });
    }

    @Test
    void a_timer_that_runs_is_not_somebody_who_waits() {
        assertThat(Story.sent(world, URGENT).standing().here())
                .extracting(Step::id)
                .containsExactly("answer");
    }

    @Test
    void what_was_broken_off_is_not_told_as_done() {
        Story story = Story.sent(world, URGENT).ask().revoke();
        assertThat(story.standing().here()).isEmpty();
        assertThat(story.standing().ended()).isTrue();
        assertThat(story.standing().passed())
                .contains("card-sent", "stop", "all-stopped")
                .doesNotContain("answer", "answer-question");
    }

    @Test
    void nothing_is_told_of_what_has_no_process() {
        assertThat(world.journeys.of(UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> world.journeys.draw(UUID.randomUUID(), labels(name -> name)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_drawing_is_well_formed_and_says_in_words_what_it_shows() throws Exception {
        Element svg = drawn(Story.sent(world, URGENT).ask()).getDocumentElement();
        assertThat(svg.getTagName()).isEqualTo("svg");
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("viewBox")).isNotBlank();
        String[] names = svg.getAttribute("aria-labelledby").split(" ");
        assertThat(((Element) svg.getElementsByTagName("title").item(0)).getAttribute("id"))
                .isEqualTo(names[0]);
        assertThat(((Element) svg.getElementsByTagName("desc").item(0)).getAttribute("id"))
                .isEqualTo(names[1]);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Where it stands");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("Harbour Light is asked.");
    }

    @Test
    void the_lamp_stands_where_somebody_is_asked_and_only_there() throws Exception {
        Document drawing = drawn(Story.sent(world, URGENT).ask());
        assertThat(withClass(drawing, "token")).hasSize(2);
        assertThat(withClass(drawing, "here")).hasSize(2);
        Document ended = drawn(Story.sent(world, URGENT).revoke());
        assertThat(withClass(ended, "token")).isEmpty();
        assertThat(withClass(ended, "here")).isEmpty();
    }

    @Test
    void only_the_way_that_was_taken_is_drawn_as_done() throws Exception {
        int direct = withClass(drawn(Story.sent(world, URGENT)), "flow", "done").size();
        int approved = withClass(
                        drawn(Story.submitted(world, URGENT, Approval.BEFORE)
                                .approve()
                                .send()),
                        "flow",
                        "done")
                .size();
        assertThat(approved)
                .as("over the approval instead of past it: three flows for one")
                .isEqualTo(direct + 2);
        int waiting = withClass(drawn(Story.sent(world, URGENT).waitlist()), "flow", "done")
                .size();
        int reviewed = withClass(drawn(Story.sent(world, URGENT).waitlist().waitlist()), "flow", "done")
                .size();
        assertThat(reviewed).as("the way to the question and back").isEqualTo(waiting + 2);
        Story late = Story.sent(world, EMERGENCY);
        world.pass(Duration.ofHours(3));
        assertThat(withClass(drawn(late), "here")).hasSize(1);
    }

    @Test
    void every_word_is_the_readers_own() throws Exception {
        List<String> asked = new ArrayList<>();
        String drawing = world.journeys.draw(Story.sent(world, URGENT).id(), labels(name -> {
            asked.add(name);
            return name.isEmpty() ? "" : "كلمة";
        }));
        assertThat(asked)
                .contains(
                        "Answer the referral",
                        "Sender",
                        "Recipient",
                        "Coordinator",
                        "What is the answer?",
                        "wait-listed",
                        "Get an answer");
        assertThat(texts(parse(drawing))).containsOnly("كلمة");
    }

    @Test
    void words_are_escaped_and_nothing_in_it_can_run() throws Exception {
        String drawing = world.journeys.draw(
                Story.sent(world, URGENT).id(), labels(name -> "<script>alert(1)</script>&\"'\u0000\u0001"));
        assertThat(drawing).doesNotContain("<script", "style=", "href", "onload", "url(");
        assertThat(texts(parse(drawing))).anyMatch(text -> text.contains("<script>"));
    }

    @Test
    void two_drawings_on_one_page_share_no_id() throws Exception {
        List<String> ids = new ArrayList<>();
        for (Story story : List.of(Story.sent(world, URGENT), Story.sent(world, URGENT))) {
            NodeList all = drawn(story).getElementsByTagName("*");
            for (int at = 0; at < all.getLength(); at++) {
                String id = ((Element) all.item(at)).getAttribute("id");
                if (!id.isEmpty()) {
                    ids.add(id);
                }
            }
        }
        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void words_of_any_length_stay_inside_their_step() throws Exception {
        String drawing = world.journeys.draw(
                Story.sent(world, URGENT).id(),
                labels(name -> name.isEmpty() ? "" : "Weiterleitungsbeantwortungsfrist"));
        NodeList texts = parse(drawing).getElementsByTagName("text");
        for (int at = 0; at < texts.getLength(); at++) {
            Element text = (Element) texts.item(at);
            if (text.getAttribute("class").isEmpty() && !text.hasAttribute("transform")) {
                assertThat(Double.parseDouble(text.getAttribute("textLength"))).isLessThan(130);
            }
        }
    }

    @Test
    void a_case_is_drawn_from_intake_to_follow_up() throws Exception {
        CaseId opened = CaseId.random();
        world.cases.opened(new CaseOpened(opened, World.HARBOUR_LIGHT, true, false, world.now()));
        Document drawing = parse(world.journeys.draw(opened.value(), labels(name -> name)));
        assertThat(String.join(" ", texts(drawing))).contains("Intake", "Give support", "Follow up");
        assertThat(withClass(drawing, "token")).hasSize(2);
    }

    private Document drawn(Story story) throws Exception {
        return parse(world.journeys.draw(story.id(), labels(name -> name)));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> withClass(Document drawing, String... classes) {
        List<Element> found = new ArrayList<>();
        NodeList all = drawing.getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
            Element element = (Element) all.item(at);
            if (List.of(element.getAttribute("class").split(" ")).containsAll(List.of(classes))) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<String> texts(Document drawing) {
        List<String> found = new ArrayList<>();
        NodeList texts = drawing.getElementsByTagName("text");
        for (int at = 0; at < texts.getLength(); at++) {
            found.add(texts.item(at).getTextContent());
        }
        return found;
    }

    private static Labels labels(UnaryOperator<String> words) {
        return new Labels() {
            @Override
            public String of(String process, String id, String nameInModel) {
                return words.apply(nameInModel);
            }

            @Override
            public String title() {
                return "Where it stands";
            }

            @Override
            public String description() {
                return "Harbour Light is asked.";
            }
        };
    }
}
