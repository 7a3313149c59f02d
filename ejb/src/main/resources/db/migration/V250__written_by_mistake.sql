-- A payment or a cost that was written down by mistake is taken back by counsel: it stays with who took it back, when and why, and counts no more. What
-- was paid follows, and with it what is open, the lawyers' list of what is not paid and what a matter waits for. A matter that is closed stays closed.

alter table award_payment
  add column withdrawn_at  timestamptz,
  add column withdrawn_by  uuid references worker,
  add column withdrawn_why text,
  add constraint taken_back_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_why) in (0, 3));
comment on table award_payment is 'A payment of what was ordered for her, in the currency of the claim; never changed, but taken back once where it was a mistake';
comment on column award_payment.withdrawn_at is 'Since when it does not count: it was written down by mistake';
comment on column award_payment.withdrawn_why is 'What was wrong with it: code of written_wrong';
create policy taken_back on award_payment for update to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 128) and acts_in(matter_id) and withdrawn_at is null)
  with check (withdrawn_at = (select caller_now()) and withdrawn_by = (select caller_worker()));
create policy not_taken_back_at_first on award_payment as restrictive for insert to alongside_app with check (withdrawn_at is null);
grant update (withdrawn_at, withdrawn_by, withdrawn_why) on award_payment to alongside_app;

alter table matter_cost
  add column withdrawn_by  uuid references worker,
  add column withdrawn_why text,
  add constraint taken_back_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_why) in (0, 3));
comment on column matter_cost.withdrawn_why is 'What was wrong with it: code of written_wrong';
alter policy turned on matter_cost with check (
  organisation_id = (select caller_organisation())
  and (withdrawn_at is null or withdrawn_at = (select caller_now()) and withdrawn_by = (select caller_worker()))
  and (refunded_on is null or refunded_on <= ((select caller_now()) at time zone 'UTC')::date + 1));
grant update (withdrawn_by, withdrawn_why) on matter_cost to alongside_app;

-- ---- what counts of what was paid
create function payments_that_count(p_matter uuid) returns numeric
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce(sum(p.amount), 0) from award_payment p where p.matter_id = p_matter and p.withdrawn_at is null
$$;

create or replace function payment_counts() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f matter_file; total numeric;
begin
  select * into f from matter_file where matter_id = new.matter_id for no key update;
  if new.withdrawn_at is null then
    total := coalesce(f.paid_before, f.paid, 0) + payments_that_count(new.matter_id);
    if f.ordered is null or total > f.ordered then
      raise exception 'more than was ordered' using errcode = 'AL062';
    end if;
  end if;
  update matter_file set paid_before = coalesce(paid_before, paid, 0), paid = total where matter_id = new.matter_id;
  return null;
end $$;
create trigger counts_no_more after update of withdrawn_at on award_payment for each row execute function payment_counts();

create or replace function paid_is_the_sum() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  new.paid := new.paid_before + payments_that_count(new.matter_id);
  return new;
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function payments_that_count(uuid) owner to alongside_gatekeeper;
revoke all on function payments_that_count(uuid) from public;
revoke create on schema alongside from alongside_gatekeeper;
