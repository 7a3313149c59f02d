-- What was completed is afterwards known to exist, for good: that somebody was helped, and nothing more. Police and prosecution who helped once ask her nothing
-- by that, read no answer of hers and keep no store; no house reads by it the papers that it once brought; a house where she no longer lives hears of no
-- threat; and no lawyer who helped once is asked what a court may be told.

-- whether more than that is open to the caller: to read, the least of something, or their own to write
create function more_than_known(p_case uuid) returns boolean
language plpgsql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare h uuid[] := caller_holders(); w uuid := caller_worker(); n timestamptz := caller_now();
begin
  return w is not null and n is not null and p_case is not null
    and exists (
      select from case_access a
       where a.case_id = p_case and a.holder_id = any (h) and a.valid_from <= n and n < a.valid_until
         and a.min_mask | a.read_mask | a.write_mask | a.consented_min_mask | a.consented_mask <> 0)
    and not exists (
      select from conflict_declaration d where d.worker_id = w and d.case_id = p_case and d.lifted_at is null);
end $$;

create or replace function polices(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('LEL', 'PRL') and (caller_mask('seen') | caller_mask('conditional')) & 256 <> 0 and may('seen', p_case, 0)
     and more_than_known(p_case)
$$;

create or replace function hears_of_threats(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('SHM') and caller_mask('min') & 256 <> 0 and (may('min', p_case, 4) or may('write', p_case, 4))
$$;

create or replace function hears_in_house(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() and not caller_kept_apart() and caller_is('SHM', 'SUP') and knows(p_case, 4) and more_than_known(p_case)
$$;

-- whether anything of her beyond that is open to an organisation, in a file that is open
create or replace function still_agreed(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from case_file f where f.case_id = p_case and case_is_open(f.status))
     and exists (select from access_grant g
                  where g.case_id = p_case and g.organisation_id = p_organisation and g.level <> 'E'
                    and g.valid_from <= caller_now() and caller_now() < g.valid_until
                    and (g.ended_at is null or g.ended_at > caller_now()))
$$;

create or replace function interviews_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not (asks_her(p_case) or caller_is_system()) then
    return;
  end if;
  update interview i set ended_at = caller_now()
   where i.case_id = p_case and i.answer = 'YES' and num_nonnulls(i.ended_at, i.taken_back_at) = 0
     and not exists (select from statement s where s.interview_id = i.interview_id) and not still_agreed(i.case_id, i.organisation_id);
  return query update interview i set ended_at = caller_now()
    where i.case_id = p_case and i.ended_at is null and i.taken_back_at is null and (i.answer is null or i.answer = 'LATER')
      and not still_agreed(i.case_id, i.organisation_id)
    returning i.interview_id;
end $$;

create or replace function document_depth(p_case uuid, p_class text, p_category smallint, p_organisation uuid) returns int
language plpgsql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare r document_reader; b int; found int := 0;
begin
  for r in select * from document_reader d where d.class = p_class and d.role_code = any (caller_roles()) loop
    b := 1 << coalesce(r.category, p_category);
    if p_organisation = caller_organisation() and knows(p_case, b) and more_than_known(p_case)
       or r.shared and may('read', p_case, 4096) and may(case r.depth when 'WHOLE' then 'read' else 'min' end, p_case, b) then
      found := greatest(found, case r.depth when 'WHOLE' then 2 else 1 end);
    end if;
  end loop;
  return found;
end $$;

create or replace function disclosure_desk(p_case uuid, p_desk text) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_worker() is not null and caller_is(p_desk) and not tied(caller_worker(), p_case)
     and case p_desk
         when 'SUP' then leads(p_case) and may('read', p_case, 2048)
         when 'DPO' then protects((select lead_organisation_id from case_file where case_id = p_case), caller_organisation())
         when 'LAW' then may('seen', p_case, 0) and more_than_known(p_case) and not only_in_emergency(p_case)
                         or (select lead_organisation_id from case_file where case_id = p_case) = caller_organisation()
         else false end
$$;

create or replace function reached(p_worker uuid, p_case uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from case_access a
                  where a.case_id = p_case and a.valid_from <= caller_now() and caller_now() < a.valid_until
                    and a.min_mask | a.read_mask | a.write_mask | a.consented_min_mask | a.consented_mask <> 0
                    and (a.holder_id = p_worker
                         or a.holder_id in (select m.team_id from team_member m join team t using (team_id)
                                             where m.worker_id = p_worker and (m.supervises or t.reach = 'SHIFT')
                                               and m.from_at <= caller_now() and (m.until_at is null or m.until_at > caller_now()))))
$$;

grant create on schema alongside to alongside_gatekeeper;
alter function more_than_known(uuid) owner to alongside_gatekeeper;
revoke all on function more_than_known(uuid) from public;
revoke create on schema alongside from alongside_gatekeeper;

-- Payments stand in the currency of the claim: while one counts, it is said in no other
create function paid_in_a_currency() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if exists (select from award_payment p where p.matter_id = new.matter_id and p.withdrawn_at is null) then
    raise exception 'paid in another currency' using errcode = 'AL263';
  end if;
  return new;
end $$;
create trigger paid_in_a_currency before update of currency on matter_file for each row
  when (old.currency is distinct from new.currency) execute function paid_in_a_currency();
grant create on schema alongside to alongside_gatekeeper;
alter function paid_in_a_currency() owner to alongside_gatekeeper;
revoke all on function paid_in_a_currency() from public;
revoke create on schema alongside from alongside_gatekeeper;
