-- Who takes a matter over has its days in their own calendar from then on, and who handed it over has not; and a mandate that ends while a stage is moved
-- ends before the move or after it, never within. Two who hand over at the same time do so one after the other, though the second began earlier; and whom
-- it is in hand already, it is left with.

create or replace function counsel_hand_over(p_matter uuid, p_worker uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  m matter;
  handed_at timestamptz;
begin
  select * into m from matter where matter_id = p_matter for no key update;
  if m.matter_id is null or m.organisation_id <> caller_organisation() or not may('write', m.case_id, 128) or not acts_in(p_matter) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if not can_be_counsel(p_worker, m.case_id, m.organisation_id) then
    return false;
  end if;
  if m.counsel_id = p_worker then
    return true;
  end if;
  handed_at := greatest(caller_now(), (select max(from_at) from matter_counsel where matter_id = p_matter));
  update matter_counsel set until_at = handed_at where matter_id = p_matter and until_at is null;
  insert into matter_counsel (matter_id, case_id, organisation_id, worker_id, from_at, given_by)
    values (p_matter, m.case_id, m.organisation_id, p_worker, handed_at, caller_worker());
  update matter set counsel_id = p_worker where matter_id = p_matter;
  return true;
end $$;

create or replace function stage_moves() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare why text;
begin
  perform 1 from mandate where matter_id = new.matter_id and ended_on is null for share;
  why := stage_waits(new.matter_id, new.stage);
  if why is not null then
    raise exception 'a stage that does not follow: %', why using errcode = 'AL224';
  end if;
  return new;
end $$;
