-- What a tie closes besides the file: the card of a referral, what one has written down of her, the telling of changes, a file of cases
-- that was packed before; and the sending of a referral to where nobody else could take it up.

-- ---- the card has no case id: which cards are of files to which the caller has a tie is asked once a statement
create function caller_tied_cards() returns uuid[]
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce(array_agg(r.referral_id), '{}') from conflict_declaration d join referral r using (case_id)
   where d.worker_id = caller_worker() and d.lifted_at is null
$$;
create policy no_conflict on referral_card as restrictive to alongside_app using (
  referral_id <> all ((select caller_tied_cards())::uuid[]));

create policy no_conflict on draft as restrictive to alongside_app using (
  case_id is null
  or case_id <> all (array(select d.case_id from conflict_declaration d
                            where d.worker_id = (select caller_worker()) and d.lifted_at is null)));

create policy no_conflict on case_export_file as restrictive for select to alongside_app using (
  not exists (select from conflict_declaration d join case_export x on x.export_id = case_export_file.export_id
               where d.worker_id = (select caller_worker()) and d.lifted_at is null and d.declared_at >= x.packed_at));

-- ---- who works under a referral does so no more
create or replace function works_on(p_referral uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from assignment a
                  where a.referral_id = p_referral and (a.worker_id = any (caller_holders()) or a.team_id = any (caller_holders()))
                    and a.from_at <= caller_now() and (a.until_at is null or caller_now() < a.until_at)
                    and not tied(caller_worker(), a.case_id))
$$;

-- ---- who accepts with a tie is refused as who finds nothing there
create or replace function open_on_acceptance(p_referral uuid, p_team uuid, p_worker uuid) returns smallint[]
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  card referral_card; r referral; c consent; n timestamptz := caller_now();
begin
  select * into card from referral_card where referral_id = p_referral for update;
  if not found or card.recipient_organisation_id is distinct from caller_organisation()
     or caller_mask('seen') & 2048 = 0 or card.sent_at is null
     or card.status not in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED')
     or card.status <> 'WAITLISTED' and card.expires_at <= n or p_referral = any (caller_tied_cards()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  perform 1 from team t join worker w using (organisation_id) join organisation o using (organisation_id)
    where t.team_id = p_team and w.worker_id = p_worker and t.organisation_id = card.recipient_organisation_id and w.left_at is null
      and (o.suspended_at is null or o.suspended_at > n);
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into r from referral where referral_id = p_referral for update;
  if not found or r.recipient_organisation_id <> card.recipient_organisation_id or r.approval = 'BEFORE' and r.approved_at is null
     or exists (select from access_grant where referral_id = p_referral) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into c from consent where consent_id = r.consent_id for share;
  perform require_live(c, card, r);
  if tied(p_worker, r.case_id) then
    raise exception 'conflict of interest' using errcode = 'AL002';
  end if;
  insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by, referral_id)
    values (gen_random_uuid(), r.case_id, card.recipient_organisation_id, p_team,
            case (select reach from team where team_id = p_team) when 'SHIFT' then null else p_worker end, n, caller_worker(), p_referral);
  return referral_opens(card, r, c);
end $$;

-- ---- of a card, too, nobody is told who has a tie
create or replace function told_of_card(p_card uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select w.worker_id
    from referral r join referral_card c using (referral_id)
   cross join lateral told_of_case(r.case_id, -1, null) told join worker w on w.worker_id = told
   where r.referral_id = p_card and w.organisation_id in (c.sender_organisation_id, c.recipient_organisation_id)
   union
  select w.worker_id
    from referral_card c
    join worker w on w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
    join organisation o on o.organisation_id = w.organisation_id
     and (o.suspended_at is null or o.suspended_at > (select caller_now()))
    join worker_role x on x.worker_id = w.worker_id
   where (select caller_is_system()) and c.referral_id = p_card and c.sent_at is not null
     and (o.organisation_id = c.recipient_organisation_id
          and exists (select from role_category k where k.role_code = x.role_code and k.category = 11
                         and k.access in ('F','R','W','M','E','*'))
          or o.competent_authority and x.role_code = 'NRM')
     and not exists (select from referral r join conflict_declaration d using (case_id)
                      where r.referral_id = p_card and d.worker_id = w.worker_id and d.lifted_at is null)
$$;

-- ---- a letter that waits and would call somebody to what is not there for them is not sent
alter table notice add column subject uuid;
comment on column notice.subject is 'The case or referral of the task; null: from before ties could be declared';
create function forget_notices() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update notice set settled_at = coalesce(caller_now(), clock_timestamp()), outcome = 'NOT_NEEDED', failure = null
   where worker_id = new.worker_id and settled_at is null
     and (subject = new.case_id or subject in (select referral_id from referral where case_id = new.case_id));
  return null;
end $$;
create trigger forgets_notices after insert on conflict_declaration for each row execute function forget_notices();
grant update (settled_at, outcome, failure) on notice to alongside_gatekeeper;

-- ---- nothing is sent where nobody could take it up; whether that is for a tie or because nobody works there is one answer
create function somebody_there(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from worker w join worker_role x using (worker_id) join role_category k using (role_code)
                  where w.organisation_id = p_organisation and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now())
                    and k.category = 11 and k.access in ('F','R','W','M','E','*')
                    and not tied(w.worker_id, p_case))
$$;
create function can_be_taken_up(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select leads(p_case) and may('seen', p_case, 0) and somebody_there(p_case, p_organisation)
$$;

create function sent_to_somebody() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare k uuid;
begin
  if caller_worker() is not null then
    select case_id into k from referral where referral_id = new.referral_id;
    if found and exists (select from referral_card c where c.referral_id = new.referral_id and c.sent_at is not null)
       and not somebody_there(k, new.recipient_organisation_id) then
      raise exception 'nobody there' using errcode = 'AL021';
    end if;
  end if;
  return null;
end $$;
create trigger sent_to_somebody after insert on referral for each row execute function sent_to_somebody();
create trigger sent_to_somebody after insert or update of sent_at on referral_card
  for each row when (new.sent_at is not null) execute function sent_to_somebody();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['caller_tied_cards()', 'can_be_taken_up(uuid, uuid)', 'sent_to_somebody()',
                           'forget_notices()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function somebody_there(uuid, uuid) from public;
grant execute on function somebody_there(uuid, uuid) to alongside_gatekeeper;
grant execute on function caller_tied_cards(), can_be_taken_up(uuid, uuid) to alongside_app;
