-- A subpoena or a court's order runs through its own process: written down as it came, checked by her lawyer, objected to, or answered with the least that
-- it names by way of a disclosure (which data protection and a lawyer agree to, of which she is told, and which stays). No disclosure says that a court
-- orders it without an order that was checked, and none goes beyond it. Police and prosecution read nothing of it.

create table court_order (
  order_id        uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  kind            text not null,
  authority       text not null,
  reference       text not null check (length(reference) between 1 and 120 and reference = btrim(reference)),
  received_on     date not null,
  answer_on       date not null check (answer_on >= received_on),
  categories      smallint[] not null check (cardinality(categories) > 0 and categories <@ array[0,1,2,3,4,5,6,7,8,9,10,11,12,13]::smallint[]),
  noted_at        timestamptz not null,
  noted_by        uuid not null references worker,
  check_by        timestamptz not null,
  answer_by       timestamptz not null,
  advice          text check (advice in ('VALID', 'NARROW', 'OBJECT')),
  checked_at      timestamptz,
  checked_by      uuid references worker,
  objection       text check (objection in ('UPHELD', 'NARROWED', 'REJECTED')),
  decided_at      timestamptz,
  least           smallint[] check (cardinality(least) > 0 and least <@ categories),
  outcome         text check (outcome in ('PRODUCED', 'NOTHING', 'WITHDRAWN', 'UPHELD', 'FILE_CLOSED')),
  ended_at        timestamptz,
  ended_by        uuid references worker,
  check (num_nonnulls(advice, checked_at, checked_by) in (0, 3)),
  check ((objection is null) = (decided_at is null)),
  check (objection is null or advice = 'OBJECT'),
  check ((least is not null) = (coalesce(advice, 'OBJECT') <> 'OBJECT' or coalesce(objection, 'UPHELD') <> 'UPHELD')),
  check (num_nonnulls(outcome, ended_at, ended_by) in (0, 3))
);
comment on table court_order is 'A subpoena or order that came for what is known of her: by which authority, what it names, what her lawyer says of it and what came of it; for who leads, their data protection and her lawyer. Category legal';
comment on column court_order.categories is 'Kinds of information that it names';
comment on column court_order.least is 'What of it may be handed out at most, as her lawyer says, or as is left after an objection';
create index court_order_case on court_order (case_id, noted_at desc);
create unique index court_order_reference on court_order (case_id, reference);

-- who leads, their data protection, and her lawyer
create function knows_order(p_case uuid) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select asks_her(p_case) or defends(p_case)
      or caller_is('DPO') and not tied(caller_worker(), p_case)
         and protects((select f.lead_organisation_id from case_file f where f.case_id = p_case), caller_organisation())
$$;

alter table court_order enable row level security, force row level security;
create policy by_function on court_order to alongside_gatekeeper using (true) with check (true);
create policy known on court_order for select to alongside_app using (knows_order(case_id));
grant select on court_order to alongside_app;
grant select, insert, update on court_order to alongside_gatekeeper;
create trigger only_while_open before insert on court_order for each row execute function only_while_open();
create trigger told after insert or update on court_order for each row execute function tell_lead();

-- what is ever handed out on an order; counsellors' notes, the lawyer's and the police's file, papers and where she lives never are
create function order_reaches(p_categories smallint[]) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select p_categories <@ (select k.categories from disclosure_rule k where k.exception = 'COURT_ORDER')
$$;

-- written down as it came; answers who leads
create function court_order_receive(p_id uuid, p_case uuid, p_kind text, p_authority text, p_reference text, p_received_on date, p_answer_on date,
                                    p_categories smallint[], p_check_by timestamptz, p_answer_by timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not (caller_is('CW') and asks_her(p_case) and may('write', p_case, 2048) or defends(p_case)) or tied(caller_worker(), p_case)
     or p_received_on > (caller_now() at time zone 'UTC')::date + 1 then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into court_order (order_id, case_id, organisation_id, kind, authority, reference, received_on, answer_on, categories, noted_at, noted_by,
                           check_by, answer_by)
    values (p_id, p_case, caller_organisation(), p_kind, p_authority, p_reference, p_received_on, p_answer_on, p_categories, caller_now(),
            caller_worker(), p_check_by, p_answer_by);
  return (select f.lead_organisation_id from case_file f where f.case_id = p_case);
end $$;

-- her lawyer says what of it holds; answers whether nobody had yet
create function court_order_check(p_id uuid, p_advice text, p_least smallint[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare o court_order; l smallint[];
begin
  select * into o from court_order where order_id = p_id for update;
  l := case p_advice when 'VALID' then o.categories when 'NARROW' then p_least end;
  if o.order_id is null or not defends(o.case_id) or tied(caller_worker(), o.case_id)
     or l is null and p_advice is distinct from 'OBJECT' or l is not null and not (l <@ o.categories and order_reaches(l)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if num_nonnulls(o.advice, o.ended_at) > 0 then
    return false;
  end if;
  update court_order set advice = p_advice, least = l, checked_at = caller_now(), checked_by = caller_worker() where order_id = p_id;
  return true;
end $$;

-- what the court said of the objection; answers whether it was waited for
create function court_order_objection(p_id uuid, p_result text, p_least smallint[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare o court_order;
begin
  select * into o from court_order where order_id = p_id for update;
  if o.order_id is null or not defends(o.case_id) or tied(caller_worker(), o.case_id)
     or (p_result = 'UPHELD') is distinct from (p_least is null)
     or p_least is not null and not (p_least <@ o.categories and order_reaches(p_least)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if o.advice is distinct from 'OBJECT' or num_nonnulls(o.objection, o.ended_at) > 0 then
    return false;
  end if;
  update court_order
     set objection = p_result, decided_at = caller_now(), least = p_least, outcome = case p_result when 'UPHELD' then 'UPHELD' end,
         ended_at = case p_result when 'UPHELD' then caller_now() end, ended_by = case p_result when 'UPHELD' then caller_worker() end
   where order_id = p_id;
  return true;
end $$;

-- nothing is handed out, because there is nothing or because it was taken back; answers whether it was open
create function court_order_end(p_id uuid, p_outcome text) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare o court_order;
begin
  select * into o from court_order where order_id = p_id for update;
  if o.order_id is null or not caller_is('CW') or not asks_her(o.case_id) or not may('write', o.case_id, 2048) or tied(caller_worker(), o.case_id)
     or p_outcome not in ('NOTHING', 'WITHDRAWN') or p_outcome = 'NOTHING' and o.least is null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if o.ended_at is not null then
    return false;
  end if;
  update court_order set outcome = p_outcome, ended_at = caller_now(), ended_by = caller_worker() where order_id = p_id;
  return true;
end $$;

-- what stands against a disclosure under it, a reason's code; null: nothing
create function court_order_objects(p_case uuid, p_reference text, p_categories smallint[]) returns text
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select case when not knows_order(p_case) then 'order-not-received'
              when o.order_id is null then 'order-not-received'
              when o.ended_at is not null then 'order-over'
              when o.advice = 'OBJECT' and o.objection is null then 'order-objected'
              when o.least is null then 'order-not-checked'
              when not p_categories <@ o.least then 'order-names-less'
              when exists (select from disclosure d where d.case_id = p_case and d.exception = 'COURT_ORDER' and d.order_reference = o.reference
                              and num_nonnulls(d.taken_back_at, d.refused_at) = 0) then 'order-proposed-already' end
    from (select) one left join court_order o on o.case_id = p_case and o.reference = btrim(p_reference)
$$;
create function under_an_order() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform 1 from court_order o where o.case_id = new.case_id and o.reference = btrim(new.order_reference) for no key update;
  if court_order_objects(new.case_id, new.order_reference, new.categories) is not null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger under_an_order before insert on disclosure for each row when (new.exception = 'COURT_ORDER') execute function under_an_order();

-- what was handed out answers it; answers which order that was
create function court_order_produced(p_disclosure uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare o uuid;
begin
  update court_order c set outcome = 'PRODUCED', ended_at = caller_now(), ended_by = caller_worker()
    from disclosure d
   where d.disclosure_id = p_disclosure and d.recorded_at is not null and d.exception = 'COURT_ORDER' and asks_her(d.case_id)
     and c.case_id = d.case_id and c.reference = btrim(d.order_reference) and c.ended_at is null
  returning c.order_id into o;
  return o;
end $$;

-- in a closed file nobody is asked any more; answers which ended
create function court_orders_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if asks_her(p_case) and not (select case_is_open(f.status) from case_file f where f.case_id = p_case) then
    return query update court_order set outcome = 'FILE_CLOSED', ended_at = caller_now(), ended_by = caller_worker()
                  where case_id = p_case and ended_at is null returning order_id;
  end if;
end $$;

-- those that wait for a lawyer of the case that this referral is of, once a house of lawyers took it up
create function court_orders_waiting(p_referral uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select o.order_id from referral r join court_order o using (case_id)
   where r.referral_id = p_referral and num_nonnulls(o.advice, o.ended_at) = 0 and defends(r.case_id)
$$;
create function court_order_lawyers(p_id uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select l from court_order o cross join lateral lawyers_of(o.case_id) l where o.order_id = p_id
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['knows_order(uuid)',
                           'court_order_receive(uuid, uuid, text, text, text, date, date, smallint[], timestamptz, timestamptz)',
                           'court_order_check(uuid, text, smallint[])', 'court_order_objection(uuid, text, smallint[])', 'court_order_end(uuid, text)',
                           'court_order_objects(uuid, text, smallint[])', 'court_order_produced(uuid)', 'court_orders_end(uuid)',
                           'court_orders_waiting(uuid)', 'court_order_lawyers(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function order_reaches(smallint[]), under_an_order() from public;
grant execute on function order_reaches(smallint[]) to alongside_gatekeeper;
