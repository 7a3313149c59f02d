-- What a referral opens under a consent: on acceptance, and again when a newer consent goes on with it.

-- exactly what she agreed to, what the sender chose, as deep as the serving roles may ever see; and its own side of the referral
create function referral_opens(card referral_card, r referral, c consent) returns smallint[]
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare opened smallint[]; n timestamptz := caller_now();
begin
  select array_agg(d.category order by d.category) into opened
    from data_category d
   where d.category = any (c.categories) and d.category = any (r.categories)
     and exists (select from role_category rc join service_role sr using (role_code)
                  where sr.service_type = card.service_type and rc.category = d.category and rc.access in ('F','R','W','M','C','E'));
  insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
    select gen_random_uuid(), r.case_id, card.recipient_organisation_id, k,
           (select case when bool_or(rc.access in ('F','R','C')) then 'R' when bool_or(rc.access = 'M') then 'M' else 'E' end
              from role_category rc join service_role sr using (role_code)
             where sr.service_type = card.service_type and rc.category = k),
           'REFERRAL', r.referral_id, c.consent_id, n, c.expires_at, caller_worker()
      from unnest(opened) k where k <> 11
    union all   -- its own side of the referral, to report back
    select gen_random_uuid(), r.case_id, card.recipient_organisation_id, 11, 'W', 'REFERRAL', r.referral_id, c.consent_id, n, c.expires_at, caller_worker();
  return coalesce(opened, '{}');
end $$;

create function require_live(c consent, card referral_card, r referral) returns void
language plpgsql stable set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if c.withdrawn_at is not null or c.expires_at <= caller_now() or c.recipient_organisation_id <> card.recipient_organisation_id
     or c.case_id <> r.case_id then
    raise exception 'consent ended' using errcode = 'AL001';
  end if;
end $$;

-- who was suspended accepts nobody; an agreement that ran out stops what is sent, never help that was asked for in its time
create or replace function open_on_acceptance(p_referral uuid, p_team uuid, p_worker uuid) returns smallint[]
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  card referral_card; r referral; c consent; n timestamptz := caller_now();
begin
  select * into card from referral_card where referral_id = p_referral for update;
  if not found or card.recipient_organisation_id is distinct from caller_organisation()
     or caller_mask('seen') & 2048 = 0 or card.sent_at is null
     or card.status not in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED')
     or card.status <> 'WAITLISTED' and card.expires_at <= n then
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
  if exists (select from conflict_declaration d
              where d.case_id = r.case_id and d.worker_id in (p_worker, caller_worker()) and d.lifted_at is null) then
    raise exception 'conflict of interest' using errcode = 'AL002';
  end if;
  insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by, referral_id)
    values (gen_random_uuid(), r.case_id, card.recipient_organisation_id, p_team,
            case (select reach from team where team_id = p_team) when 'SHIFT' then null else p_worker end, n, caller_worker(), p_referral);
  return referral_opens(card, r, c);
end $$;

-- the lead goes on under the consent that the referral now rests on; those who were assigned stay so
create function open_again(p_referral uuid) returns smallint[]
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  card referral_card; r referral; c consent;
begin
  select * into card from referral_card where referral_id = p_referral for update;
  if not found or card.sender_organisation_id is distinct from caller_organisation() or card.status not in ('ACCEPTED','IN_SERVICE') then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into r from referral where referral_id = p_referral for update;
  if not found or not may('write', r.case_id, 2048) or not leads(r.case_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into c from consent where consent_id = r.consent_id for share;
  perform require_live(c, card, r);
  update access_grant set ended_at = caller_now(), ended_by = caller_worker(), end_reason = 'RENEWED'
   where referral_id = p_referral and ended_at is null;
  return referral_opens(card, r, c);
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function open_again(uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function referral_opens(referral_card, referral, consent), require_live(consent, referral_card, referral), open_again(uuid) from public;
grant execute on function open_again(uuid) to alongside_app;
grant execute on function referral_opens(referral_card, referral, consent), require_live(consent, referral_card, referral) to alongside_gatekeeper;
