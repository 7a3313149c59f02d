-- Her yes to an interview is hers to take back until she was heard: V215 held her to it for good. Her no stays, whoever asks anew asks another time.
create or replace function interview_answer(p_id uuid, p_answer text, p_company text[], p_place text, p_protection text[], p_later_on date) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare i interview;
begin
  select * into i from interview where interview_id = p_id for update;
  if i.interview_id is null or not caller_is('CW') or not asks_her(i.case_id) or not may('write', i.case_id, 2048) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if num_nonnulls(i.taken_back_at, i.ended_at) > 0 or i.answer = 'NO'
     or i.answer = 'YES' and (p_answer <> 'NO' or exists (select from statement s where s.interview_id = p_id)) then
    return false;
  end if;
  update interview set answer = p_answer, company = coalesce(p_company, '{}'), place = p_place, protection_wanted = coalesce(p_protection, '{}'),
         later_on = p_later_on, answered_at = caller_now() where interview_id = p_id;
  insert into interview_answerer (interview_id, case_id, worker_id) values (p_id, i.case_id, caller_worker())
    on conflict (interview_id) do update set worker_id = excluded.worker_id;
  return true;
end $$;
