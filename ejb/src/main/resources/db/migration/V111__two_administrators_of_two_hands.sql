-- Two administrators are two only if neither was made by the other, nor both by a third: an administrator invites people, and could
-- invite an accomplice of their own making. Those who were written by hand when the installation began are made by nobody.
create function same_hand(p_one uuid, p_other uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with recursive line (ends_at, worker_id) as (
         select one, one from unnest(array[p_one, p_other]) one
         union
         select l.ends_at, w.invited_by from line l join worker w using (worker_id) where w.invited_by is not null)
  select p_one = p_other or exists (select from line group by worker_id having count(distinct ends_at) > 1)
$$;

create or replace function matrix_decide(p_change uuid, p_confirm boolean) returns text
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c matrix_change; v int;
begin
  if not caller_is('ADM') then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into c from matrix_change where change_id = p_change for update;
  if not found or p_confirm and same_hand(c.proposed_by, caller_worker()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if c.decided_by is not null then
    return 'DECIDED';
  end if;
  if p_confirm then
    update matrix_version set version = version + 1 returning version into v;
    update role_category set access = c.after
     where role_code = c.role_code and category = c.category and access = c.before;
    if not found then
      raise exception 'not what it was' using errcode = '40001';
    end if;
  end if;
  update matrix_change
     set decided_by = caller_worker(), version = v,
         confirmed_at = case when p_confirm then caller_now() end, refused_at = case when not p_confirm then caller_now() end
   where change_id = p_change;
  return 'DONE';
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function same_hand(uuid, uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function same_hand(uuid, uuid) from public;
grant execute on function same_hand(uuid, uuid) to alongside_app;
