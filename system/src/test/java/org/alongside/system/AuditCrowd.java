package org.alongside.system;

/** A million events of the audit, chained as the product chains them, ten a case, written below it. */
final class AuditCrowd {
    private static final int ROWS = 1_000_000;

    private AuditCrowd() {}

    /** Writes them where they are not there yet; of the ten of a case one is another house's, and of a hundred cases one was tried at. */
    static void write(Database database) {
        if (database.count("select count(*) from alongside.audit_event") >= ROWS) {
            return;
        }
        StringBuilder script = new StringBuilder("set search_path = alongside;" + BEGIN);
        for (int number = 1; number <= 10; number++) {
            script.append(EVENT.formatted(number));
        }
        database.run(script + END);
        database.run("vacuum analyze alongside.audit_event, alongside.audit_head, alongside.audit_concern");
    }

    private static final String BEGIN = """
            create temp table chain as
            select case_id, lead_organisation_id house, lead_worker_id worker, '\\x00'::bytea hash,
                   now() - random() * interval '900 days' begun, row_number() over () n
              from case_file c where not exists (select from audit_head h where h.chain_id = c.case_id);
            """;

    private static final String EVENT = """
            with made as (
              select c.case_id, row(c.case_id, %1$d, c.begun + %1$d * interval '1 hour', now(),
                         case %1$d when 10 then '00000000-0000-4000-8000-000000000006'::uuid else c.worker end,
                         case %1$d when 10 then '00000000-0000-4000-9000-000000000003'::uuid else c.house end,
                         '{CW}'::text[], 's', 'READ_CASE', c.case_id, c.case_id, null, 'LEAD',
                         case when %1$d = 10 and c.n %% 10 = 0 then 'REFUSED' else 'PERMITTED' end,
                         case when %1$d = 10 and c.n %% 10 = 0 then 'not-your-role' end, c.hash, null)::audit_event e from chain c),
            hashed as (select case_id, e, audit_hash((e).prior_hash, e) hash from made),
            kept as (
              insert into audit_event
              select (e).chain_id, (e).seq, (e).at, (e).recorded_at, (e).actor_id, (e).organisation_id, (e).roles, (e).session_id, (e).action,
                     (e).case_id, (e).subject_id, (e).category, (e).basis, (e).outcome, (e).reason, (e).prior_hash, hash from hashed)
            update chain c set hash = h.hash from hashed h where h.case_id = c.case_id;
            """;

    private static final String END = """
            insert into audit_head select case_id, 10, hash from chain;
            insert into audit_concern (organisation_id, at, chain_id, seq, case_id, by_organisation_id, action, refused)
            select c.house, e.at, e.chain_id, e.seq, e.case_id, e.organisation_id, e.action, e.outcome = 'REFUSED'
              from chain c join audit_event e on e.chain_id = c.case_id and e.seq = 10;
            drop table chain;
            """;
}
