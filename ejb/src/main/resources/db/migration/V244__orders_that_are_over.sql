-- An order that was taken back, answered or upheld carries nothing any more: a disclosure that was proposed under it before is not agreed to afterwards, and
-- not made. One that was made while it held is still written down. One order is answered once, however its reference was spaced.

create or replace function under_an_order() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  new.order_reference := btrim(new.order_reference);
  perform 1 from court_order o where o.case_id = new.case_id and o.reference = new.order_reference for no key update;
  if court_order_objects(new.case_id, new.order_reference, new.categories) is not null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;

-- whether the order was over at that time
create function order_was_over(p_case uuid, p_reference text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare o court_order;
begin
  select * into o from court_order c where c.case_id = p_case and c.reference = btrim(p_reference) for no key update;
  return coalesce(o.ended_at <= p_at, false);
end $$;

create function agreed_under_an_order() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if exists (select from disclosure d where d.disclosure_id = new.disclosure_id and d.exception = 'COURT_ORDER'
                and order_was_over(d.case_id, d.order_reference, 'infinity')) then
    raise exception 'the order is over' using errcode = 'AL244';
  end if;
  return new;
end $$;
create trigger under_an_order before insert on disclosure_agreement for each row execute function agreed_under_an_order();

create function made_under_an_order() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if order_was_over(new.case_id, new.order_reference, new.disclosed_at) then
    raise exception 'the order is over' using errcode = 'AL244';
  end if;
  return new;
end $$;
create trigger made_under_an_order before update of recorded_at on disclosure for each row
  when (new.exception = 'COURT_ORDER' and old.recorded_at is null and new.recorded_at is not null) execute function made_under_an_order();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['order_was_over(uuid, text, timestamptz)', 'agreed_under_an_order()', 'made_under_an_order()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
