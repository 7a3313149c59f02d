-- What the process of a placement rests on: a bed is asked for when a shelter says yes, a family that was asked for one by one is placed
-- together, what is agreed to no more stops, and what was done meanwhile is a fact: the next place was looked for, she was looked for.

insert into setting (name, value, basis) values
  ('missing-child-reported-within', '1 hour', 'DL24'),
  ('missing-child-conference-within', '24 hours', 'DL24'),
  ('missing-adult-contact-within', '24 hours', 'DL25'),
  ('return-talk-within', '72 hours', 'design'),
  ('next-place-within', '3 hours', 'design');

create table placement_step (
  placement_id    uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  step            text not null,
  done_at         timestamptz not null,
  done_by         uuid not null references worker,
  primary key (placement_id, step, done_at),
  foreign key (placement_id, case_id, organisation_id) references placement (placement_id, case_id, organisation_id)
);
comment on table placement_step is 'That something was done about a placement, and nothing of what was said: no address, no story';
create index placement_step_case on placement_step (case_id);

alter table placement_step enable row level security, force row level security;
create policy by_function on placement_step to alongside_gatekeeper using (true) with check (true);
create policy known on placement_step for select to alongside_app using (
  (select hears_of_housing()) and (may('min', case_id, 4) or keeps_placements(case_id, organisation_id)));
create policy done on placement_step for insert to alongside_app with check (
  done_by = (select caller_worker()) and done_at = (select caller_now())
  and (places(case_id, organisation_id) or leads(case_id) and may('min', case_id, 4) and (select caller_is('CW', 'SUP')))
  and exists (select from placement_minimum m where m.placement_id = placement_step.placement_id and m.case_id = placement_step.case_id
                                                and m.organisation_id = placement_step.organisation_id));
grant select, insert on placement_step to alongside_app;
grant select on placement_step to alongside_gatekeeper;
create trigger only_while_open before insert on placement_step for each row execute function only_while_open();
create trigger told after insert on placement_step for each row execute function tell_lead('organisation_id');

-- ---- two steps that no person goes, and so no person may: a family that was asked for one by one, and what is agreed to no more. The
-- functions below see to it whose they are
drop trigger goes on placement;
create trigger goes before update on placement for each row
  when (not (current_user = 'alongside_gatekeeper'
             and (old.status = 'REQUESTED' and new.status = 'REQUESTED'
                  or old.status in ('REQUESTED','OFFERED','RESERVED') and new.status = 'DECLINED_BY_SURVIVOR')))
  execute function placement_goes();

-- asked for when the shelter said yes, each by herself: from now on they go together
create function placed_together(p_placement uuid, p_family uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare p placement;
begin
  select * into p from placement where placement_id = p_placement for update;
  if not found or p.status <> 'REQUESTED' or p.family_id is not null or not places(p.case_id, p.organisation_id)
     or not exists (select from family f where f.family_id = p_family and f.organisation_id = p.organisation_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update placement set family_id = p_family, changed_at = caller_now(), changed_by = caller_worker(), version = version + 1
   where placement_id = p_placement;
end $$;

-- the referral under which she was to be sheltered stands no more: what she does not live in yet is over, and a bed that was held is free at
-- once. Where she lives is hers until somebody says that it is empty, but nobody of the house is asked about her. Answers of which placements
create function placements_stop(p_referral uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); r record; over boolean;
begin
  select f.case_id, c.recipient_organisation_id house, c.status into r
    from referral f join referral_card c using (referral_id) where f.referral_id = p_referral;
  if not found or n is null or r.status in ('ACCEPTED','IN_SERVICE') or not (caller_is_system() or leads(r.case_id) or houses(r.house)) then
    return;
  end if;
  over := r.status in ('REVOKED','DECLINED_BY_SURVIVOR','ENTERED_IN_ERROR');
  perform 1 from placement where referral_id = p_referral order by placement_id for update;
  return query select placement_id from placement
    where referral_id = p_referral and (status in ('REQUESTED','OFFERED','RESERVED')
                                        or over and status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED'));
  delete from bed_use u using placement p
   where u.placement_id = p.placement_id and u.kind = 'HOLD' and p.referral_id = p_referral and p.status = 'RESERVED';
  update placement set status = 'DECLINED_BY_SURVIVOR', bed_id = null, facility_id = null, held_until = null, arrives_at = null, leaves_at = null,
         accepted_warnings = '{}', changed_at = n, changed_by = caller_worker(), version = version + 1
   where referral_id = p_referral and status in ('REQUESTED','OFFERED','RESERVED');
end $$;
create index placement_of_referral on placement (referral_id);

-- a bed is asked for her now: of which earlier refusals nobody has to look for another place any more, whichever house it was
create function placements_refused(p_case uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select placement_id from placement
   where case_id = p_case and status in ('DECLINED_BY_SHELTER','DECLINED_BY_SURVIVOR') and places(p_case, caller_organisation())
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['placed_together(uuid, uuid)', 'placements_stop(uuid)', 'placements_refused(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant execute on function houses(uuid) to alongside_gatekeeper;
grant select on family to alongside_gatekeeper;
