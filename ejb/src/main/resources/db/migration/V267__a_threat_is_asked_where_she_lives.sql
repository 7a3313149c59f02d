-- A house often writes down that she left only after the next one took her in. The next one, which is asked about the threat by then, goes on being asked.
create or replace function threats_of_placement(p_placement uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select s.share_id from placement p join police_share s on s.case_id = p.case_id and s.kind = 'THREAT' and s.withdrawn_at is null
   where p.placement_id = p_placement and (p.organisation_id = caller_organisation() or leads(p.case_id) or caller_is_system())
     and not exists (select from threat_notice n where n.share_id = s.share_id and n.organisation_id = p.organisation_id and n.read_at is not null)
     and not (p.ended_at is not null
              and exists (select from placement q where q.case_id = p.case_id and q.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')
                                                    and q.admitted_at > p.admitted_at))
   order by s.shared_at, s.share_id
$$;
