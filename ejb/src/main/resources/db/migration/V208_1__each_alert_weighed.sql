-- Who proposed to close in spite of one alert has not weighed another that was raised since. The rest is as in V198.
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
  if exists (select from safety_alert a
              where a.case_id = new.case_id and a.settled_at is null and a.ended_at is null
                and (a.raised_at > new.proposed_at or not 'OPEN_ALERTS' = any (new.obstacles))) then
    raise exception 'an alert was raised meanwhile' using errcode = '40001';
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
