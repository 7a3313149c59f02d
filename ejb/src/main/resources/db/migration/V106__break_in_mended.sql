-- What a hostile reading of the newest parts found open: each of it was done first, and is refused or possible here as it should be.

-- ---- a house that helped her under a referral and leads the case now is both its parties: her word is taken back there as anywhere
create or replace function card_by_party() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare
  theirs constant text[] := array['received_at', 'received_by', 'question', 'asked_at', 'waitlisted_at', 'waitlist_review_at',
    'accepted_at', 'accepted_by', 'contact_by', 'declined_at', 'decline_reason', 'first_contact_at', 'not_attended_at',
    'completed_at', 'outcome'];
  processes constant text[] := array['reminded_at', 'escalated_at', 'expired_at', 'renewal_asked_at'];
  always constant text[] := array['status', 'version'];
begin
  if caller_worker() is null then
    return new;
  end if;
  if caller_is_system() then
    if to_jsonb(new) - (processes || always) <> to_jsonb(old) - (processes || always)
       or new.status is distinct from old.status and new.status <> 'EXPIRED' then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif new.recipient_organisation_id = caller_organisation() and new.sender_organisation_id <> caller_organisation() then
    if to_jsonb(new) - (theirs || always || array['answer', 'answered_at']) <> to_jsonb(old) - (theirs || always || array['answer', 'answered_at'])
       or new.answer is distinct from old.answer and new.answer is not null
       or new.answered_at is distinct from old.answered_at and new.answered_at is not null
       or old.status not in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','ACCEPTED','IN_SERVICE')
       or new.status not in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','DECLINED','ACCEPTED','IN_SERVICE','NO_SHOW','COMPLETED')
       or old.status in ('ACCEPTED','IN_SERVICE') and new.status not in ('ACCEPTED','IN_SERVICE','NO_SHOW','COMPLETED') then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif (select bool_or(to_jsonb(new) -> k <> to_jsonb(old) -> k)
           from unnest(case when new.recipient_organisation_id = caller_organisation() then processes else theirs || processes end) k) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;

create or replace function referral_by_party() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare
  theirs constant text[] := array['feedback', 'version'];
begin
  if caller_worker() is null then
    return new;
  end if;
  if new.recipient_organisation_id = caller_organisation() and new.sender_organisation_id <> caller_organisation() then
    if to_jsonb(new) - theirs <> to_jsonb(old) - theirs then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif new.feedback is distinct from old.feedback and new.recipient_organisation_id <> caller_organisation()
     or new.submitted_by is distinct from old.submitted_by and new.submitted_by is distinct from caller_worker()
     or new.askers <> old.askers and new.askers <> old.askers || caller_worker()
     or new.approved_by is distinct from old.approved_by and new.approved_by is distinct from caller_worker()
     or new.sent_back_by is distinct from old.sent_back_by and new.sent_back_by is distinct from caller_worker()
     or new.reviewed_by is distinct from old.reviewed_by and new.reviewed_by is distinct from caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;

-- ---- what somebody has written down of her and not handed in goes with the file: to whom that is closed, it is not there
-- what was typed on a page knows the page's address alone; hidden is what names a file on which the caller worked, and no other: else
-- an address with an id of none would look different from one that is somebody else's
create function theirs_no_more(p_answers jsonb) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with named as (
    select m[1]::uuid id from regexp_matches(coalesce(p_answers ->> 'page_address', ''),
                                             '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})', 'gi') m),
       about as (
    select f.case_id from case_file f join named on id = f.case_id
     union select r.case_id from referral r join named on id = r.referral_id
     union select c.case_id from consent c join named on id = c.consent_id
     union select d.case_id from disclosure d join named on id = d.disclosure_id
     union select g.case_id from goal g join named on id = g.goal_id
     union select s.case_id from action_step s join named on id = s.step_id)
  select exists (select from about b
                  where not may('seen', b.case_id, 0)
                    and exists (select from assignment a
                                 where a.case_id = b.case_id and (a.worker_id = any (caller_holders()) or a.team_id = any (caller_holders()))))
$$;
create policy only_of_open_files on draft as restrictive to alongside_app
  using ((case_id is null or may('seen', case_id, 0)) and not theirs_no_more(answers)) with check (true);

-- ---- an offer that nobody let out says so: by that alone the other house finds it
drop policy proposed on handover_card;
create policy proposed on handover_card for insert to alongside_app with check (
  from_organisation_id = (select caller_organisation()) and proposed_by = (select caller_worker()) and caller_is('CW')
  and status = 'PROPOSED' and approved_at is null and decided_at is null and decided_by is null and may_lead(to_organisation_id));

-- ---- who agreed to a disclosure knows it as long as they would be asked, and no longer than the file is their house's
create or replace function disclosure_standing(p_disclosure uuid) returns text
language plpgsql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d disclosure; w uuid := caller_worker();
begin
  select * into d from disclosure where disclosure_id = p_disclosure;
  if not found or w is null or caller_now() is null or tied(w, d.case_id)
     or (select k.by_itself from disclosure_rule k where k.exception = d.exception)
        and (caller_organisation() = d.organisation_id
             or caller_organisation() is distinct from (select f.lead_organisation_id from case_file f where f.case_id = d.case_id)) then
    return null;
  end if;
  return case
    when caller_is('CW', 'SUP') and leads(d.case_id) and may('read', d.case_id, 2048) then 'LEAD'
    when caller_is('DPO') and disclosure_desk(d.case_id, 'DPO') then 'PROTECTION'
    when exists (select from disclosure_agreement a where a.disclosure_id = p_disclosure and a.agreed_by = w and disclosure_desk(d.case_id, a.desk))
         then 'ASKED'
    when disclosure_turn(p_disclosure) = 'LAW' and disclosure_desk(d.case_id, 'LAW') then 'ASKED'
  end;
end $$;

-- ---- agreeing looks again at what she keeps from that partner and whether she is a child: both may have changed since it was proposed
create or replace function disclosure_decide(p_disclosure uuid, p_agree boolean, p_words text) returns text
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d disclosure; k text;
begin
  select * into d from disclosure where disclosure_id = p_disclosure for update;
  k := disclosure_turn(p_disclosure);
  if d.disclosure_id is null or disclosure_standing(p_disclosure) is null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if k is null then
    raise exception 'decided meanwhile' using errcode = '40001';
  end if;
  if d.proposed_by = caller_worker() or not disclosure_desk(d.case_id, k)
     or exists (select from disclosure_agreement a where a.disclosure_id = p_disclosure and a.agreed_by = caller_worker()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if p_agree then
    -- who says that she keeps something back at the same time waits here, or is waited for
    perform 1 from case_file where case_id = d.case_id for no key update;
    if d.overriding is null and not (select r.by_itself from disclosure_rule r where r.exception = d.exception)
       and exists (select from exclusion x
         where x.case_id = d.case_id and x.organisation_id = d.organisation_id and x.lifted_at is null and x.category = any (d.categories)) then
      raise exception 'kept back since' using errcode = 'AL035';
    end if;
    if exists (select from disclosure_rule r where r.exception = d.exception and r.child_only)
       and not exists (select from identity_minimum m where m.case_id = d.case_id and m.child) then
      raise exception 'no child' using errcode = 'AL036';
    end if;
    insert into disclosure_agreement (disclosure_id, desk, agreed_at, agreed_by) values (p_disclosure, k, caller_now(), caller_worker());
    return disclosure_turn(p_disclosure);
  end if;
  update disclosure set refused_at = caller_now(), refused_by = caller_worker(), refused_words = p_words where disclosure_id = p_disclosure;
  return null;
end $$;

-- ---- one person is written in many ways: case, accents, the order of the names, Arabic letters or Latin ones. The words of a name as
-- they are spelt, without what people put down or leave out
create function name_words(p_name text) returns text[]
language sql immutable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select array(select w
                 from regexp_split_to_table(
                        translate(
                          regexp_replace(normalize(lower(normalize(p_name, NFKD)), NFKD),
                                         '[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff''`´‘’ʻʼʽʾʿ]',
                                         '', 'g'),
                          'ٱىیکةھہıłøđ', 'ااي' || 'كهههilod'),
                        '[\s\u00a0\u2000-\u200a\u3000.,;:/\\()_"«»،؛\u2010-\u2015-]+') w
                where w <> '')
$$;

-- the consonants of a word, Arabic letters in Latin ones, as names are found; with a mark where it ends in an a, for Karim is not Karima
create function name_bones(p_word text) returns text
language sql immutable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  with latin as (
    select translate(p_word, 'ابتثجحخدذرزسشصضطظغفقكلمنهويپچژگعء', 'abttghkddrzsssdtzgfkklmnhwybkzg') w),
       sounds as (
    select replace(replace(regexp_replace(regexp_replace(replace(replace(replace(regexp_replace(regexp_replace(regexp_replace(
             w, 'shch|sch|sh', 's', 'g'), 'tch|ch|kh', 'k', 'g'), 'gh|dj|j', 'g', 'g'), 'zh', 'z'), 'th', 't'), 'dh', 'd'),
             'ph', 'f', 'g'), '[cq]', 'k', 'g'), 'x', 'ks'), 'p', 'b') w from latin),
       single as (select regexp_replace(w, '(.)\1+', '\1', 'g') w from sounds),
       bones as (select regexp_replace(regexp_replace(w, 'h$', ''), '[aeiouvwy]', '', 'g') b, case when w ~ '[ah]$' then '+' else '' end a from single)
  select case when b = '' then p_word else b || a end from bones
$$;

-- the same name, whatever stands beside it
create or replace function same_name(p_one text, p_other text) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce(cardinality(a) > 0 and a @> b and b @> a, false) from (select name_words(p_one) a, name_words(p_other) b) w
$$;

-- a name that may be theirs who is excluded: alike, or a part of it, or that and more. Who is somebody else is told apart by more names
create function alike_name(p_excluded text, p_name text) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce(cardinality(e) > 0 and cardinality(n) > 0
                  and (n @> e
                       or array(select name_bones(w) from unnest(e) w) @> array(select name_bones(w) from unnest(n) w)
                       or (select string_agg(name_bones(w), '' order by at) from unnest(e) with ordinality p (w, at))
                        = (select string_agg(name_bones(w), '' order by at) from unnest(n) with ordinality p (w, at))), false)
    from (select name_words(p_excluded) e, name_words(p_name) n) w
$$;

create or replace function is_excluded(p_case uuid, p_guardian uuid, p_name text, p_relation text) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from excluded_person e
                  where e.case_id = p_case
                    and (e.guardian_id = p_guardian or same_name(e.name, p_name)
                         or e.relation = p_relation and (e.name is null or p_name is null)
                         or (p_relation is null or e.relation = p_relation) and alike_name(e.name, p_name)))
$$;

-- who is excluded is not there when somebody else agrees for her, either: neither gives a consent nor witnesses one
create or replace function consent_by_who_stands() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare g guardian; n timestamptz := caller_now();
begin
  if n is null then
    return new;   -- nobody's: fixtures of the owner
  end if;
  -- of a yes to a purpose: nor is it somebody to whom it is told
  if exists (select from excluded_person e
              where e.case_id = new.case_id and (same_name(e.name, new.witness) or same_name(e.name, to_jsonb(new) ->> 'named'))) then
    raise exception 'does not stand for her' using errcode = 'AL031';
  end if;
  if new.giver in ('CAREGIVER', 'GUARDIAN') then
    select * into g from guardian where guardian_id = new.guardian_id and case_id = new.case_id for share;
    if not found or g.status not in ('NOT_NEEDED', 'TEMPORARY', 'APPOINTED') or not 'CONSENT' = any (g.powers)
       or g.mandate_from > least(new.given_at, n) or g.mandate_until <= n
       or is_excluded(g.case_id, g.guardian_id, g.name, g.relation) then
      raise exception 'does not stand for her' using errcode = 'AL031';
    end if;
  elsif new.guardian_id is not null
        or new.giver <> 'SELF' and exists (select from excluded_person e where e.case_id = new.case_id and e.relation = new.giver_relation) then
    raise exception 'does not stand for her' using errcode = 'AL031';
  end if;
  return new;
end $$;

-- ---- to a partner something is told as to a partner, never as to a body of its name: else what she keeps from it is not heeded
create function names_partner(p_body text) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from organisation o where same_name(o.name, p_body))
$$;
-- somebody who stands for her now and is not excluded
create function somebody_stands(p_case uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from guardian g
                  where g.case_id = p_case and g.status in ('NOT_NEEDED', 'TEMPORARY', 'APPOINTED')
                    and (g.mandate_until is null or g.mandate_until > caller_now())
                    and not is_excluded(g.case_id, g.guardian_id, g.name, g.relation))
$$;
-- what a guardian says counts of one who stands for her: never of one who is excluded
create function disclosure_as_it_may_be() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if names_partner(new.body) or new.organisation_id = process_house()
     or new.guardian_view in ('AGREES', 'OBJECTS') and not somebody_stands(new.case_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger as_it_may_be before insert on disclosure for each row execute function disclosure_as_it_may_be();

-- nothing is told without a caller, of consents neither
create or replace function consents_by_excluded(p_case uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select c.consent_id
    from consent c left join guardian g using (guardian_id)
   where c.case_id = p_case and c.withdrawn_at is null and c.giver <> 'SELF'
     and case when c.guardian_id is null
              then exists (select from excluded_person e where e.case_id = c.case_id and e.relation = c.giver_relation)
              else is_excluded(c.case_id, c.guardian_id, g.name, g.relation) end
     and may('read', p_case, 2048) and leads(p_case)
$$;

-- ---- with the lead goes what is asked about disclosures, too
create or replace function handover_subjects(p_handover uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with moved as (select h.case_id from handover h where h.handover_id = p_handover and may_handover(p_handover))
  select case_id from moved
   union all select r.referral_id from moved join referral r using (case_id)
   union all select a.attestation_id from moved join consent c using (case_id) join attestation a using (consent_id)
   union all select e.emergency_access_id from moved join emergency_file e using (case_id)
   union all select d.disclosure_id from moved join disclosure d using (case_id)
   union all select n.duty_id from moved join notification_duty n using (case_id) where n.ended_at is null
$$;

-- whose turn it is to agree to what waited when the lead moved, and where they work now; whoever took the lead over may be one of them
create function disclosure_asked_anew(p_handover uuid) returns table (disclosure_id uuid, desk text, organisation_id uuid)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with waiting as (select d.*, disclosure_turn(d.disclosure_id) turn from handover h join disclosure d using (case_id)
                    where h.handover_id = p_handover and may_handover(p_handover) and disclosure_turn(d.disclosure_id) is not null)
  select w.disclosure_id, w.turn, s from waiting w cross join lateral disclosure_sitters(w.case_id, w.turn, w.proposed_by) s
   union
  select w.disclosure_id, w.turn, caller_organisation() from waiting w where w.turn = 'SUP' and caller_is('SUP')
$$;

-- ---- a file of cases that was packed while the house led them is not fetched after one of them went to another
create function handed_over_since(p_at timestamptz) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from handover_card c
                  where c.from_organisation_id = caller_organisation() and c.status = 'ACCEPTED' and c.decided_at >= p_at)
$$;
create policy as_it_was_packed on case_export_file as restrictive for select to alongside_app using (
  not exists (select from case_export x where x.export_id = case_export_file.export_id and handed_over_since(x.packed_at)));

grant create on schema alongside to alongside_gatekeeper;
alter function handed_over_since(timestamptz) owner to alongside_gatekeeper;
alter function theirs_no_more(jsonb) owner to alongside_gatekeeper;
alter function disclosure_asked_anew(uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function theirs_no_more(jsonb), handed_over_since(timestamptz), disclosure_asked_anew(uuid), name_words(text), name_bones(text), same_name(text, text), alike_name(text, text),
  names_partner(text), somebody_stands(uuid), disclosure_as_it_may_be() from public;
grant execute on function theirs_no_more(jsonb), handed_over_since(timestamptz), disclosure_asked_anew(uuid) to alongside_app;
grant execute on function name_words(text), name_bones(text), same_name(text, text), alike_name(text, text), names_partner(text), somebody_stands(uuid)
  to alongside_app, alongside_gatekeeper;
