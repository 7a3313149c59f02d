package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.sql.DataSource;
import org.alongside.access.Requires;
import org.alongside.casefile.Age;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.NewCase;
import org.alongside.organisation.DirectoryService;
import org.alongside.shared.CaseId;
import org.alongside.shared.Clock;
import org.alongside.shared.Refusal;
import org.alongside.worklist.OperationService;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** What only the inside of the server can show, with the real application and one small archive of tests beside it. */
@ArquillianTest
class InsideTest {

    /** What a case leaves behind, and where. */
    private static final List<String> TRACES = List.of(
            "alongside.case_file where case_id = ?",
            "alongside.access_grant where case_id = ?",
            "engine.act_ru_execution where business_key_ = cast(? as text)");

    private static final int POOL = 15;

    /** As many connections as the application's pool has at most. */
    private static final int ALL = 20;

    @ArquillianResource
    private URI address;

    @Resource(lookup = "java:jboss/datasources/Alongside")
    private DataSource application;

    @Resource
    private UserTransaction transaction;

    @EJB
    private CaseService cases;

    @EJB
    private OperationService operation;

    @EJB
    private DirectoryService directory;

    @EJB
    private ForgottenDoor forgotten;

    @Deployment
    static EnterpriseArchive theApplicationWithTests() {
        return InsideServer.application(InsideTest.class, Behalf.class, ForgottenDoor.class, Database.class);
    }

    @Test
    void the_process_of_a_case_starts_in_the_transaction_that_opens_it() throws Exception {
        CaseId caseId = as("mina", () -> {
            transaction.begin();
            CaseId opened = cases.open(intake(), null);
            assertThat(inTransaction(TRACES.get(2), opened))
                    .as("the engine's work, seen by the transaction")
                    .isPositive();
            assertThat(kept(opened)).as("seen by others").containsOnly(0L);
            transaction.commit();
            return opened;
        });

        assertThat(kept(caseId)).as("seen by all after the end").allMatch(count -> count > 0);
    }

    /** This server was told that it stands behind a proxy; the product's own was not. */
    @Test
    void behind_a_proxy_that_encrypts_cookies_and_the_way_back_are_for_https_only() throws Exception {
        HttpResponse<Void> away = throughProxy("/");

        assertThat(away.statusCode()).isEqualTo(302);
        assertThat(away.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .containsIgnoringCase("; secure")
                .containsIgnoringCase("; httponly")
                .contains("SameSite=Lax"));
        assertThat(away.headers().firstValue("Location").orElseThrow())
                .contains("redirect_uri=https%3A%2F%2Fhelp.example.org");
        assertThat(throughProxy("/signed-out.xhtml").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    private HttpResponse<Void> throughProxy(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "help.example.org")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void a_transaction_that_is_taken_back_leaves_nothing_of_a_case_grant_or_process() throws Exception {
        CaseId caseId = as("mina", () -> {
            transaction.begin();
            CaseId opened = cases.open(intake(), null);
            for (String trace : TRACES) {
                assertThat(inTransaction(trace, opened)).as(trace).isPositive();
            }
            transaction.rollback();
            return opened;
        });

        assertThat(kept(caseId)).containsOnly(0L);
    }

    /** The failure is the database's own, at the very end: by then case, grants, audit and process had been written. */
    @Test
    void a_door_that_fails_last_of_all_leaves_nothing_of_case_grant_audit_or_process() throws Exception {
        Database database = Inside.sql();
        long before = database.count("select count(*) from case_file")
                + database.count("select count(*) from audit_event")
                + database.count("select count(*) from engine.act_hi_procinst");
        database.run(Inside.text("fail-at-commit.sql"));
        try {
            assertThatThrownBy(() -> as("mina", () -> cases.open(intake(), null)))
                    .hasStackTraceContaining("RollbackException");

            for (String written : List.of("cases", "grants", "audits", "processes")) {
                assertThat(database.count("select last_value from planted." + written))
                        .as(written + " written before it failed")
                        .isPositive();
            }
            assertThat(database.count("select count(*) from case_file")
                            + database.count("select count(*) from audit_event")
                            + database.count("select count(*) from engine.act_hi_procinst"))
                    .isEqualTo(before);
        } finally {
            database.run("drop schema planted cascade");
        }
    }

    @Test
    void nobody_gets_through_any_door_without_having_signed_in() throws Exception {
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, Method> door : doors("alongside-ejb").entrySet()) {
            Object bean = new InitialContext()
                    .lookup("java:app/alongside-ejb/"
                            + door.getValue().getDeclaringClass().getSimpleName());
            Throwable answer = catchThrowable(() -> call(door.getValue(), bean));
            if (!(answer instanceof Refusal refusal
                    && refusal.reasons().get(0).code().equals("not-a-worker"))) {
                open.add(door.getKey() + " answered " + answer);
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void every_door_names_its_permission() throws Exception {
        assertThat(doors("alongside-ejb").size()).isGreaterThan(30);
        assertThat(doors("alongside-ejb").entrySet())
                .allSatisfy(door -> assertThat(door.getValue().isAnnotationPresent(Requires.class))
                        .as(door.getKey())
                        .isTrue());
    }

    @Test
    void a_door_whose_permission_was_forgotten_stays_closed() throws Exception {
        assertThatThrownBy(() -> as("mina", forgotten::open)).hasStackTraceContaining("A door without a permission");
    }

    @Test
    void no_connection_remembers_the_caller_of_an_earlier_transaction() throws Exception {
        as("mina", () -> cases.open(intake(), null));

        List<Connection> held = new ArrayList<>();
        try {
            for (int i = 0; i < POOL; i++) {
                Connection connection = application.getConnection();
                held.add(connection);
                assertThat(value(connection, "select coalesce(current_setting('alongside.worker', true), '')"))
                        .isEqualTo("");
                assertThat(value(connection, "select count(*) from case_file")).isEqualTo(0L);
            }
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    /** Each holds a connection of the pool when it is refused, and there is no other left in it. */
    @Test
    void as_many_refusals_at_once_as_there_are_connections_are_all_told_and_all_kept() throws Exception {
        CaseId nobodys = CaseId.random();
        String mina = Behalf.token("mina");
        CyclicBarrier allHoldOne = new CyclicBarrier(ALL);
        ExecutorService people = Executors.newFixedThreadPool(ALL);
        try {
            List<Future<Throwable>> answers = new ArrayList<>();
            for (int i = 0; i < ALL; i++) {
                answers.add(people.submit(() -> (Throwable) Behalf.withToken(mina, address, () -> {
                    transaction.begin();
                    try {
                        inTransaction(TRACES.get(0), nobodys);
                        allHoldOne.await(60, TimeUnit.SECONDS);
                        return catchThrowable(() -> cases.file(nobodys));
                    } finally {
                        transaction.rollback();
                    }
                })));
            }
            for (Future<Throwable> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Refusal.class);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(Inside.sql()
                        .count(
                                "select count(*) from audit_event where subject_id = ? and outcome = 'REFUSED'",
                                nobodys.value()))
                .isEqualTo(ALL);
    }

    @Test
    void the_clock_of_the_server_and_of_the_database_move_together_or_not_at_all() throws Exception {
        Duration before = Clock.get().ahead();
        as("kim", () -> {
            transaction.begin();
            operation.moveClock(Duration.ofMinutes(7));
            transaction.rollback();
            return null;
        });
        assertThat(Clock.get().ahead()).isEqualTo(before);
        assertThat(aheadInTheDatabase()).isEqualTo(before);

        as("kim", () -> operation.moveClock(Duration.ofMinutes(3)));
        assertThat(Clock.get().ahead()).isEqualTo(before.plusMinutes(3));
        assertThat(aheadInTheDatabase()).isEqualTo(before.plusMinutes(3));
    }

    @Test
    void a_code_that_the_database_learns_counts_in_the_next_question() throws Exception {
        assertThat(as("mina", directory::codeLists).get("region")).doesNotContain("PLANTED");
        Inside.sql().run("insert into code (list, code, position) values ('region', 'PLANTED', 999)");
        try {
            assertThat(as("mina", directory::codeLists).get("region")).contains("PLANTED");
        } finally {
            Inside.sql().run("delete from code where code = 'PLANTED'");
        }
        assertThat(as("mina", directory::codeLists).get("region")).doesNotContain("PLANTED");
    }

    @Test
    void what_a_role_may_see_follows_the_matrix_of_the_database_at_once() throws Exception {
        CaseId opened = as("mina", () -> cases.open(intake(), null));
        assertThat(as("mina", () -> cases.file(opened)).contact()).isPresent();
        Inside.sql().run("update role_category set access = '-' where role_code = 'CW' and category = 1");
        try {
            assertThat(as("mina", () -> cases.file(opened)).contact()).isEmpty();
        } finally {
            Inside.sql().run("update role_category set access = 'F' where role_code = 'CW' and category = 1");
        }
        assertThat(as("mina", () -> cases.file(opened)).contact()).isPresent();
    }

    @Test
    void nothing_of_the_process_engine_can_be_looked_up() throws Exception {
        assertThat(doors("alongside-workflows")).isEmpty();
    }

    private static Duration aheadInTheDatabase() {
        return Duration.ofSeconds(Inside.sql().count("select cast(extract(epoch from ahead) as bigint) from clock"));
    }

    @SuppressWarnings("unchecked")
    private <T> T as(String person, Callable<T> work) throws Exception {
        return (T) Behalf.as(person, address, work::call);
    }

    private long inTransaction(String trace, CaseId caseId) throws Exception {
        try (Connection connection = application.getConnection();
                PreparedStatement count = connection.prepareStatement("select count(*) from " + trace)) {
            count.setObject(1, caseId.value());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<Long> kept(CaseId caseId) {
        return TRACES.stream()
                .map(trace -> Inside.sql().count("select count(*) from " + trace, caseId.value()))
                .toList();
    }

    private static Object value(Connection connection, String query) throws Exception {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getObject(1);
        }
    }

    /** Every method that a bean of this module offers, by name; but for the bean that no page or process calls. */
    private static Map<String, Method> doors(String module) throws Exception {
        Set<String> behindNoGate = Set.of("SchemaMigration");
        Map<String, Method> doors = new TreeMap<>();
        for (NameClassPair entry : Collections.list(new InitialContext().list("java:app/" + module))) {
            String[] names = entry.getName().split("!");
            if (names.length == 2 && !behindNoGate.contains(names[0])) {
                Class<?> bean = Class.forName(names[1]);
                Arrays.stream(bean.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .forEach(method -> doors.put(names[0] + "." + method.toGenericString(), method));
            }
        }
        return doors;
    }

    private static void call(Method method, Object bean) throws Throwable {
        Object[] nothing = Stream.of(method.getParameterTypes())
                .map(type -> type == boolean.class ? (Object) false : type.isPrimitive() ? (Object) 0 : null)
                .toArray();
        try {
            method.invoke(bean, nothing);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static NewCase intake() {
        return new NewCase(
                new NewCase.Safety(false, null),
                new NewCase.Language("eng", "NONE"),
                new NewCase.Agreement("SELF", "WRITTEN", true),
                new Age("SELF_DECLARED", 31, null, false),
                null,
                new NewCase.Name("Quill", null, null),
                new NewCase.Person("FEMALE", null, List.of(), "HARBOUR", List.of()),
                new NewCase.SafeContact("IN_PERSON", null, null, "NO", null, null),
                new NewCase.Screening(null, null, null, null, null, null, "UNCLEAR"),
                List.of(),
                List.of("SAFE_PLACE"),
                null,
                null,
                "NGO");
    }
}
