-- Police, prosecution and coordinators read no row of what was found, of her safety plan or of an alert (DOMAIN 0.9), and so are not told the
-- hour at which one is written either. The level of the file, which they may know, tells of itself.

-- a kind of information of which those alone are told who help to keep her safe: its bit, with this one
create function told_to_helpers() returns int immutable parallel safe return 1 << 30;

create or replace function told_of_case(p_case uuid, p_mask int, p_organisation uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with held as (
         select a.holder_id, a.seen_mask & p_mask seen, a.consented_min_mask & p_mask consented from case_access a
          where (select caller_is_system()) and a.case_id = p_case
            and a.valid_from <= (select caller_now()) and (select caller_now()) < a.valid_until),
       reached as (
         select w.worker_id, h.seen, h.consented from held h join worker w on w.worker_id = h.holder_id
          union all
         select m.worker_id, h.seen, h.consented
           from held h join team t on t.team_id = h.holder_id join team_member m using (team_id)
          where (m.supervises or t.reach = 'SHIFT')
            and m.from_at <= (select caller_now()) and (m.until_at is null or m.until_at > (select caller_now())))
  select distinct w.worker_id
    from reached r join worker w using (worker_id) join organisation o using (organisation_id)
   where w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
     and (o.suspended_at is null or o.suspended_at > (select caller_now()))
     and (p_organisation is null or w.organisation_id = p_organisation
          or w.organisation_id = (select c.lead_organisation_id from case_file c where c.case_id = p_case))
     and exists (select from worker_role x join role_category k using (role_code)
                  where x.worker_id = w.worker_id
                    and (p_mask < 0 or p_mask & told_to_helpers() = 0
                         or x.role_code in ('CW', 'SUP', 'SHS', 'SHM', 'COU', 'HLT', 'LAW', 'GRD'))
                    and case when k.access in ('F','R','W','M','E','*') then r.seen when k.access = 'C' then r.consented else 0 end
                        & (1 << k.category) <> 0)
     and not exists (select from conflict_declaration d
                      where d.worker_id = w.worker_id and d.case_id = p_case and d.lifted_at is null)
$$;
do $$ declare t text; begin
  foreach t in array array['risk_assessment', 'risk_finding', 'risk_override', 'safety_plan', 'safety_plan_minimum', 'safety_alert_word', 'missing_talk'] loop
    execute format('drop trigger told on %I', t);
    execute format('create trigger told after insert on %I for each row execute function tell_case(%L)', t, 512 | told_to_helpers());
  end loop;
  drop trigger told on safety_alert;
  execute format('create trigger told after insert or update on safety_alert for each row execute function tell_case(%L)', 512 | told_to_helpers());
end $$;
