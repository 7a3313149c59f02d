-- What must be there before she leaves, asked of what holds today: the level that a supervisor has set counts before the one that was found, and a
-- house here receives her only while it still stands by her referral. And asked while her file is held: risk, best interests and closing that
-- come in the same second come before she leaves or after it.

create or replace function return_missing(p_reintegration uuid) returns setof text
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select m.code
    from reintegration r
   cross join lateral (
     select (select coalesce(o.level, a.level) from risk_assessment a left join risk_override o using (assessment_id)
              where a.case_id = r.case_id and a.assessed_at >= r.planned_at order by a.assessed_at desc limit 1) risk,
            (select v.referral_id is null
                    or exists (select from referral_card c where c.referral_id = v.referral_id and c.status in ('ACCEPTED', 'IN_SERVICE', 'COMPLETED'))
               from reintegration_receiver v where v.reintegration_id = r.reintegration_id order by v.noted_at desc, v.receiver_id limit 1) received,
            exists (select from identity_minimum i where i.case_id = r.case_id and i.child) child) k
   cross join lateral (values
     (1, 'RISK_NOT_ASSESSED', k.risk is null),
     (2, 'RISK_IMMEDIATE', k.risk = 'IMMEDIATE'),
     (3, 'RECEIVER_NOT_CONFIRMED', k.received is not true),
     (4, 'DOCUMENTS', not exists (select from reintegration_step s where s.reintegration_id = r.reintegration_id and s.step = 'DOCUMENTS')),
     (5, 'TRAVEL', not exists (select from reintegration_step s where s.reintegration_id = r.reintegration_id and s.step = 'TRAVEL')),
     (6, 'RECEPTION', not exists (select from reintegration_step s where s.reintegration_id = r.reintegration_id and s.step = 'RECEPTION')),
     (7, 'BEST_INTERESTS', k.child and best_interests_of(r.case_id, 'RETURN') is distinct from 'SUPPORTS')) m (place, code, missing)
   where r.reintegration_id = p_reintegration and r.return_type not in ('LOCAL_INTEGRATION', 'FORCED') and m.missing
   order by m.place
$$;

create or replace function reintegration_depart(p_reintegration uuid, p_arrival_by timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare r reintegration; s text;
begin
  -- the file before the return, as closing holds them
  select f.status into s from reintegration d join case_file f using (case_id) where d.reintegration_id = p_reintegration for no key update of f;
  select * into r from reintegration where reintegration_id = p_reintegration for update;
  if not found or not reintegration_led(p_reintegration) or r.return_type = 'LOCAL_INTEGRATION' or r.departed_at is not null or not case_is_open(s) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if exists (select from return_missing(p_reintegration)) then
    raise exception 'not ready' using errcode = 'AL053';
  end if;
  update reintegration set departed_at = caller_now(), arrival_by = p_arrival_by where reintegration_id = p_reintegration;
end $$;

-- what a closing is agreed to in spite of is what was weighed when it was proposed: neither a hearing nor a risk that came in the same second
create or replace function closing_weighed() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if hearings_unowned(new.case_id) > 0 and not 'OPEN_HEARINGS' = any (new.obstacles) then
    raise exception 'a hearing is still to come' using errcode = 'AL050';
  end if;
  if exists (select from safety_minimum m
              where m.case_id = new.case_id and m.risk_level <> 'LOW' and not 'RISK_' || m.risk_level = any (new.obstacles)) then
    raise exception 'her risk was assessed meanwhile' using errcode = '40001';
  end if;
  if best_interests_of(new.case_id, 'CLOSING') = 'AGAINST' and exists (select from identity_minimum i where i.case_id = new.case_id and i.child) then
    raise exception 'against the best interests of a child' using errcode = 'AL051';
  end if;
  if new.reason = 'RETURNED_HOME_COUNTRY' and not returned_confirmed(new.case_id) then
    raise exception 'nobody confirmed that she is received' using errcode = 'AL052';
  end if;
  if exists (select from reintegration r where r.case_id = new.case_id and r.departed_at is not null and r.arrived_at is null and r.ended_at is null) then
    raise exception 'she is on her way' using errcode = 'AL054';
  end if;
  return new;
end $$;

-- those that are over are asked for too, whenever a file is looked at or closed
create index reintegration_case on reintegration (case_id);
