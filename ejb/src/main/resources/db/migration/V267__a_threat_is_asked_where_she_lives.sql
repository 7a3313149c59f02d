-- A house often writes down that she left only after the next one took her in. The next one, which is asked about the threat by then, goes on being asked;
-- where it has read it, nobody needs to be.
create or replace function threats_of_placement(p_placement uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select s.share_id from placement p join police_share s on s.case_id = p.case_id and s.kind = 'THREAT' and s.withdrawn_at is null
   where p.placement_id = p_placement and (p.organisation_id = caller_organisation() or leads(p.case_id) or caller_is_system())
     and not exists (select from threat_notice n where n.share_id = s.share_id and n.organisation_id = p.organisation_id and n.read_at is not null)
     and not (p.ended_at is not null
              and exists (select from placement q where q.case_id = p.case_id and q.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')
                                                    and q.admitted_at > p.admitted_at
                                                    and not exists (select from threat_notice n where n.share_id = s.share_id and n.organisation_id = q.organisation_id
                                                                                                  and n.read_at is not null)))
   order by s.shared_at, s.share_id
$$;

-- And that a house where she lives no more reads it, which may hear of her for a while yet, is no answer for the one where she lives and which has not.
create or replace function threats_read(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if hears_of_threats(p_case) then
    return query
      with first as (
        insert into threat_notice as n (share_id, case_id, organisation_id, asked_at, read_at, read_by)
          select s.share_id, s.case_id, caller_organisation(), caller_now(), caller_now(), caller_worker() from police_share s
           where s.case_id = p_case and s.kind = 'THREAT' and s.withdrawn_at is null
          on conflict (share_id, organisation_id) do update set read_at = greatest(caller_now(), n.asked_at), read_by = caller_worker() where n.read_at is null
          returning n.share_id)
      select f.share_id from first f
       where coalesce((select p.organisation_id = caller_organisation()
                              or exists (select from threat_notice n where n.share_id = f.share_id and n.organisation_id = p.organisation_id and n.read_at is not null)
                         from placement p
                        where p.case_id = p_case and p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED') order by p.admitted_at desc limit 1), true);
  end if;
end $$;
