-- Somebody is charged in a criminal case, and in what hangs on one: in no claim for wages, no permit to stay, no protection order.
alter table legal_stage_move add column tracks text[];
comment on column legal_stage_move.tracks is 'Codes of proceeding_type in which alone the move is made; null: in every one';
update legal_stage_move set tracks = '{CRIMINAL_TRAFFICKER,CRIMINAL_DEFENCE,ADHESION}' where to_stage = 'CHARGED';

-- as in V221, but that a move may be of some kinds of matter alone
create or replace function stage_waits(p_matter uuid, p_to text) returns text
language plpgsql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare s matter_stage; need text; move legal_stage_move; m mandate; last_check text; here date := (caller_now() at time zone 'UTC')::date;
begin
  select * into s from matter_stage where matter_id = p_matter;
  if s.matter_id is null or caller_worker() is not null and not keeps_matters(s.case_id, s.organisation_id) then
    return 'not-there';
  end if;
  if p_to = 'CLOSED' and s.stage <> 'CLOSED' then
    if exists (select from matter_declined d where d.matter_id = p_matter) then
      return null;
    end if;
    if exists (select from matter_end e where e.matter_id = p_matter) then
      return case when s.stage in ('FINAL', 'ENFORCEMENT') and outstanding_money(p_matter)
                       and not exists (select from matter_end e where e.matter_id = p_matter and e.given_up is not null) then 'unpaid' end;
    end if;
  end if;
  select * into move from legal_stage_move where from_stage = s.stage and to_stage = p_to;
  if move.from_stage is null
     or move.tracks is not null and not exists (select from matter_file f where f.matter_id = p_matter and f.track = any (move.tracks)) then
    return 'stage-not-next';
  end if;
  foreach need in array move.needs loop
    if need = 'CHECK' and s.entered <> 'BEFORE' then
      select c.result into last_check from conflict_check c where c.matter_id = p_matter order by c.checked_at desc limit 1;
      if last_check is null then return 'check-missing'; end if;
    elsif need = 'MANDATE' and s.entered <> 'BEFORE' then
      select * into m from mandate where matter_id = p_matter and ended_on is null;
      if m.mandate_id is null then return 'mandate-missing'; end if;
      if m.until_on < here - 1 then return 'mandate-over'; end if;
    elsif need = 'DECISION' and s.entered <> 'BEFORE' and not exists (
        select from matter_decision d where d.matter_id = p_matter and d.of_appeal is null
           and not exists (select from matter_appeal a where a.decision_id = d.decision_id)) then
      return 'decision-missing';
    elsif need = 'APPEAL' and s.entered <> 'BEFORE' and not exists (
        select from matter_appeal a where a.matter_id = p_matter and a.result is null) then
      return 'appeal-missing';
    elsif need = 'ANSWERED' and exists (select from matter_appeal a where a.matter_id = p_matter and a.result is null) then
      return 'appeal-open';
    elsif need = 'SENT_BACK' and coalesce((select a.result from matter_appeal a where a.matter_id = p_matter
                                            order by a.answered_on desc, a.noted_at desc limit 1), '') <> 'SENT_BACK' then
      return 'not-sent-back';
    elsif need = 'WINDOW' and exists (
        select from legal_deadline d join legal_deadline_file f using (deadline_id)
         where d.matter_id = p_matter and d.ended_at is null and f.event = 'APPEAL'
           and (d.due_on + 1)::timestamp at time zone d.zone > caller_now()) then
      return 'appeal-window-runs';
    elsif need = 'OUTSTANDING' and not outstanding(p_matter) then
      return 'nothing-outstanding';
    elsif need = 'SETTLED' and outstanding(p_matter) then
      return 'something-outstanding';
    elsif need = 'PAID' and outstanding_money(p_matter) then
      return 'unpaid';
    end if;
  end loop;
  return null;
end $$;
