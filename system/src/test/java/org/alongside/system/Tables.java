package org.alongside.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every table holds, so that nothing can be written unseen: by table, how many rows, and a sum that changes with
 * every row that is written anew. Left out is what refusals are meant to leave, the audit, and what is done by itself soon
 * after: counts that are folded, letters that are sent.
 */
final class Tables {

    private static final String OF_THE_PRODUCT = """
            select format('%I.%I', schemaname, tablename) from pg_tables
             where schemaname = 'alongside'
                   and tablename not in ('audit_event', 'audit_head', 'audit_concern', 'caseload', 'caseload_change', 'referral_count',
                                         'referral_count_change', 'task_offer', 'notice')
                or schemaname = 'engine' and tablename in ('act_ru_task', 'act_ru_execution', 'act_ru_variable')
             order by 1""";

    private static final String BEGUN = "select count(*) from engine.act_ru_job where type_ = 'message'"
            + " and retries_ > 0 and (lock_owner_ is not null or duedate_ is null)";

    private Tables() {}

    /** As they are now. */
    static Map<String, String> now(Product product) {
        String tables = (String) product.sql().one("select string_agg(t, ' ') from (" + OF_THE_PRODUCT + ") x(t)");
        return product.sql()
                .pairs(Stream.of(tables.split(" "))
                        .map(table -> "select '" + table
                                + "', count(*) || ' rows, sum ' || coalesce(sum(xmin::text::bigint), 0)" + " from "
                                + table)
                        .collect(Collectors.joining(" union all ")));
    }

    /**
     * As they are when the processes have done what was begun. A login that is made at the sign-in service writes only when
     * it is made, so what is under way there is waited for; the engine looks for it once a minute at worst. The tables are looked at
     * only when nothing is under way, for that takes long.
     */
    static Map<String, String> settled(Product product) {
        AtomicReference<Map<String, String>> before = new AtomicReference<>();
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(90))
                .until(
                        () -> product.sql().count(BEGUN) == 0 ? now(product) : Map.<String, String>of(),
                        now -> now.equals(before.getAndSet(now)) && !now.isEmpty());
    }
}
