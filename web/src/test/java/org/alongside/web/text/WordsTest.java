package org.alongside.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.alongside.access.Category;
import org.alongside.oversight.AuditService;
import org.alongside.referral.Approval;
import org.alongside.web.text.Sources.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whatever the house can say has words in both languages: codes, reasons, what happened, tasks, steps of a process. */
class WordsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/alongside/web/text");
    private static final Path EJB = Path.of("../ejb/src/main/java");
    private static final Path CODES = Path.of("../ejb/src/main/resources/codes/codes.csv");
    private static final Path MODELS = Path.of("../workflows/src/main/resources/processes");
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** Lists whose codes are explained, each in one sentence, beside the choice. */
    private static final Set<String> EXPLAINED = Set.of(
            "age_basis",
            "attestation_answer",
            "consent_medium",
            "consent_purpose",
            "exclusion_part",
            "guardian_power",
            "guardian_status",
            "referral_decline_reason",
            "referral_urgency",
            "screening_outcome");

    private static final Pattern SAID_TO_SEVERAL = Pattern.compile(
            "(?<![\\u0621-\\u0652])(?:[وف]?(?:أنتم|لكم|عليكم|لديكم|إليكم|منكم|أنكم|إنكم|لستم|كنتم|(?:و|ف)?يمكنكم"
                    + "|منظمتكم|عملكم|ردّكم|غيركم|وحدكم|ينتظركم|اختاروا|اكتبوا|انظروا|اسألو(?:ا|ها|هم)|قولوا|سجّلوا|دوّنوا|اطلبوا|تأكدوا"
                    + "|اقرؤوا|حاولوا|راجعوها?ا?|احفظوا|أعيدوا|أخبرو(?:ا|ها)|افتحوا|ابدؤوا|ابحثوا|اتركو(?:ا|ه)|ترون|تعرفون|تعملون|تحتاجون))(?![\\u0621-\\u0652])");

    /** Where the code stands among the arguments of what gives a reason; what follows it are its values. */
    private static final Map<String, Integer> GIVES_A_REASON = Map.of(
            "Reason.of", 0,
            "Reason.at", 1,
            "Refusal.notAllowed", 0,
            "Refusal.wrongState", 0,
            "Refusal.stale", 0,
            "that", 2);

    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern KIND = Pattern.compile("select '([a-z-]+)', ");
    private static final Pattern REACHED = Pattern.compile(
            "'((?:goal|step|plan|needs|matter|hearing|guardian|housing|missing|purpose|restriction|follow-up|reintegration|health|living)-[a-z-]+)'");
    private static final Pattern SEVERAL = Pattern.compile(
            "(?<!most )(?<!of )(?<!and )\\{\\d} (?:sessions|persons|cases|referrals|goals|steps|tasks|alerts|beds|answers)\\b");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]+");
    private static final Set<String> SAME_IN_EVERY_SCRIPT = Set.of("Alongside", "Esc");

    @Test
    void one_is_not_said_as_several() throws IOException {
        Set<String> several = new TreeSet<>();
        for (Path file : englishBundles()) {
            words(file.getFileName().toString().replace(".properties", "")).forEach((key, said) -> {
                if (!key.toString().endsWith(".other")
                        && SEVERAL.matcher(said.toString()).find()) {
                    several.add(key + "=" + said);
                }
            });
        }
        assertThat(several).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ar"})
    void every_code_has_a_name(String language) throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (String line : Files.readAllLines(CODES).stream().skip(1).toList()) {
            String list = line.substring(0, line.indexOf(','));
            String key = "code." + line.replace(',', '.');
            wanted.add(key);
            if (EXPLAINED.contains(list)) {
                wanted.add(key + ".means");
            }
        }
        assertThat(wanted).hasSizeGreaterThan(300);
        Stream.concat(
                        Stream.concat(
                                Stream.of(Category.values()).map(one -> "code.data_category." + one),
                                Stream.of(Approval.values()).map(one -> "code.approval." + one)),
                        Stream.of("PLACES", "FEW", "WAITING_LIST", "FULL", "UNKNOWN")
                                .map(band -> "code.capacity." + band))
                .forEach(key -> wanted.addAll(List.of(key, key + ".means")));
        Stream.of("GIVEN", "WITHDRAWN", "SUPERSEDED", "EXPIRED")
                .forEach(state -> wanted.add("code.consent_status." + state));
        assertThat(words("code" + language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ar"})
    void everything_that_can_be_done_has_words_for_those_who_read_that_it_was_done(String language) throws IOException {
        assertThat(words("oversight" + language).stringPropertyNames().stream()
                        .filter(key -> key.startsWith("oversight.act.")))
                .containsExactlyInAnyOrderElementsOf(AuditService.ACTIONS.stream()
                        .map(one -> "oversight.act." + one)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ar"})
    void a_role_is_called_the_same_everywhere(String language) throws IOException {
        Properties codes = words("code" + language);
        Properties roles = words("role" + language);
        for (String role : roles.stringPropertyNames()) {
            assertThat(codes.getProperty("code.user_" + role)).as(role).isEqualTo(roles.getProperty(role));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ar"})
    void every_reason_that_a_door_can_give_has_words(String language) throws IOException {
        assertThat(reasons())
                .containsKeys("missing", "no-consent", "not-shareable", "task-taken", "runs-out-before-coordinator");
        Properties doors = words("reason" + language);
        Properties programs = words("problem" + language);
        assertThat(reasons().keySet())
                .allMatch(
                        code -> doors.containsKey("reason." + code) || programs.containsKey("problem.reason." + code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ar"})
    void a_reason_mentions_only_values_that_come_with_it(String language) throws IOException {
        Properties words = words("reason" + language);
        reasons().forEach((code, values) -> assertThat(places(words.getProperty("reason." + code, "")))
                .as(code)
                .allMatch(at -> at < values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ar"})
    void everything_that_happens_in_a_case_has_words(String language) throws IOException {
        Path facts = EJB.resolve("org/alongside/worklist/JourneyFacts.java");
        Set<String> kinds = new TreeSet<>();
        KIND.matcher(Files.readString(facts)).results().forEach(found -> kinds.add(found.group(1)));
        Sources.calls(EJB.resolve("org/alongside/referral")).stream()
                .filter(call -> call.method().equals("tell") && call.size() == 3)
                .forEach(call -> call.texts(1).forEach(step -> kinds.add("referral-" + step)));
        for (String journal : List.of("closing/ClosingJournal.java", "disclosure/DisclosureJournal.java")) {
            KIND.matcher(Files.readString(EJB.resolve("org/alongside/" + journal)))
                    .results()
                    .forEach(found -> kinds.add(found.group(1)));
        }
        kinds.add("counselling-sessions");
        kinds.add("measure-taken");
        Stream.of("proposed", "offered", "sent-back", "accepted", "declined", "expired", "withdrawn")
                .forEach(state -> kinds.add("handover-" + state));
        for (String journal : List.of(
                "careplan/PlanJournal.java",
                "consent/PurposeJournal.java",
                "followup/FollowUpJournal.java",
                "guardian/GuardianJournal.java",
                "healthcare/HealthJournal.java",
                "housing/HousingJournal.java",
                "livelihood/LivingJournal.java",
                "missing/MissingJournal.java",
                "proceeding/MatterJournal.java",
                "reintegration/ReintegrationJournal.java",
                "restriction/RestrictionJournal.java")) {
            REACHED.matcher(Files.readString(EJB.resolve("org/alongside/" + journal)))
                    .results()
                    .forEach(found -> kinds.add(found.group(1)));
        }
        Sources.calls(EJB).stream()
                .filter(call -> call.method().equals("keepChange"))
                .forEach(call -> call.texts(1).forEach(record -> kinds.add("changed-" + record)));
        assertThat(kinds)
                .contains("case-opened", "consent-given", "referral-sent", "changed-contact", "goal-met", "step-done");
        assertThat(words("journey" + language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        kinds.stream().map(kind -> "journey." + kind).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ar"})
    void every_task_says_what_to_do_what_happens_if_missed_and_names_its_button(String language) throws Exception {
        Set<String> wanted = new TreeSet<>();
        for (Step step : steps()) {
            if (step.kind().equals("userTask")) {
                String key = "task." + step.path();
                wanted.addAll(List.of(key, key + ".missed", key + ".action"));
            }
        }
        assertThat(wanted).contains("task.referral.answer", "task.case.notify-child-authority");
        assertThat(words("task" + language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ar"})
    void every_step_of_a_process_has_words_that_fit_its_box(String language) throws Exception {
        Properties words = words("process" + language);
        Set<String> wanted = new TreeSet<>();
        steps().stream().filter(Step::isRead).forEach(step -> wanted.add("process." + step.path()));
        assertThat(wanted).contains("process.referral.answer", "process.referral.recipient", "process.case");
        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(wanted);
        for (Step step : steps()) {
            if (step.kind().endsWith("Task")) {
                String said = words.getProperty("process." + step.path());
                assertThat(said).as(step.path()).hasSizeLessThanOrEqualTo(34);
                assertThat(said.split(" ")).as(step.path()).allSatisfy(word -> assertThat(word)
                        .hasSizeLessThanOrEqualTo(12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "reason", "journey", "task", "process"})
    void words_are_short_and_speak_of_survivors(String bundle) throws IOException {
        for (String language : List.of("", "_ar")) {
            Properties words = words(bundle + language);
            words.stringPropertyNames()
                    .forEach(key -> assertThat(words.getProperty(key)).as(key).hasSizeLessThanOrEqualTo(longest(key)));
            assertThat(words.values())
                    .noneSatisfy(said -> assertThat(said.toString()).containsIgnoringCase("victim"));
        }
    }

    @Test
    void arabic_is_arabic_to_the_last_word_and_nothing_is_markup() throws IOException {
        List<String> strange = new ArrayList<>();
        for (Path file : arabicBundles()) {
            Properties words = words(file.getFileName().toString().replace(".properties", ""));
            for (String key : words.stringPropertyNames()) {
                String said = words.getProperty(key);
                // patterns, and what is told to those who write programs, name things of the machine
                boolean pattern = key.startsWith("time.pattern.") || key.startsWith("problem.");
                boolean latin = LATIN.matcher(said)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(word -> !SAME_IN_EVERY_SCRIPT.contains(word));
                if (latin && !pattern || said.contains("<") || said.contains("&")) {
                    strange.add(key + "=" + said);
                }
            }
        }
        assertThat(strange).isEmpty();
    }

    /** Who reads is one person and is spoken to as one; those spoken about may be several. */
    @Test
    void arabic_speaks_to_one_person() throws IOException {
        List<String> toSeveral = new ArrayList<>();
        for (Path file : arabicBundles()) {
            Properties words = words(file.getFileName().toString().replace(".properties", ""));
            for (String key : words.stringPropertyNames()) {
                if (SAID_TO_SEVERAL.matcher(words.getProperty(key)).find()) {
                    toSeveral.add(key + "=" + words.getProperty(key));
                }
            }
        }
        assertThat(toSeveral).isEmpty();
    }

    private static int longest(String key) {
        String bundle = key.substring(0, key.indexOf('.'));
        if (key.endsWith(".action")) {
            return 30;
        }
        if (key.endsWith(".means")) {
            return 150;
        }
        return Map.of(
                        "code",
                        50,
                        "reason",
                        150,
                        "journey",
                        60,
                        "task",
                        key.endsWith(".missed") ? 90 : 40,
                        "process",
                        52)
                .get(bundle);
    }

    /** Codes of reasons given anywhere, each with the fewest values that come with it. */
    private static Map<String, Integer> reasons() throws IOException {
        List<Call> calls = Sources.calls(EJB, Path.of("../workflows/src/main/java"), Path.of("src/main/java"));
        Map<String, Integer> givers = new TreeMap<>(GIVES_A_REASON);
        boolean found = true;
        while (found) {
            found = false;
            for (Call call : calls) {
                Integer at = givers.get(call.method());
                if (at != null && call.size() > at && call.handsOn(at) >= 0) {
                    found |= givers.putIfAbsent(call.caller(), call.handsOn(at)) == null;
                }
            }
        }
        Map<String, Integer> reasons = new TreeMap<>();
        for (Call call : calls) {
            Integer at = givers.get(call.method());
            if (at != null && call.size() > at) {
                int values = GIVES_A_REASON.containsKey(call.method()) ? call.size() - at - 1 : 0;
                call.texts(at).stream()
                        .filter(text -> CODE.matcher(text).matches())
                        .forEach(code -> reasons.merge(code, values, Math::min));
            }
        }
        return reasons;
    }

    /** One element of a model: {@code <process>.<id>}, and for the process itself its id alone. */
    private record Step(String kind, String path, boolean named) {
        /** Drawn or told with words: all but flows and gateways without a name. */
        boolean isRead() {
            return named || !kind.equals("sequenceFlow") && !kind.endsWith("Gateway");
        }

        static boolean isOne(String kind) {
            return Set.of("lane", "subProcess", "sequenceFlow", "process").contains(kind)
                    || kind.endsWith("Task")
                    || kind.endsWith("Gateway")
                    || kind.toLowerCase(Locale.ROOT).endsWith("event");
        }
    }

    private static List<Step> steps() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        List<Step> steps = new ArrayList<>();
        try (Stream<Path> models = Files.list(MODELS)) {
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                Element process = (Element) factory.newDocumentBuilder()
                        .parse(model.toFile())
                        .getElementsByTagNameNS(BPMN, "process")
                        .item(0);
                String id = process.getAttribute("id");
                steps.add(new Step("process", id, true));
                NodeList all = process.getElementsByTagNameNS(BPMN, "*");
                for (int at = 0; at < all.getLength(); at++) {
                    Element one = (Element) all.item(at);
                    if (Step.isOne(one.getLocalName())) {
                        String path = id + "." + one.getAttribute("id");
                        steps.add(new Step(one.getLocalName(), path, one.hasAttribute("name")));
                    }
                }
            }
        }
        return steps;
    }

    private static List<Integer> places(String said) {
        return PLACE.matcher(said)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private static List<Path> englishBundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> !file.toString().contains("_ar.")).toList();
        }
    }

    private static List<Path> arabicBundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith("_ar.properties"))
                    .toList();
        }
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            words.load(file);
        }
        return words;
    }
}
