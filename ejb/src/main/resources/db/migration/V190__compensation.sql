-- What is claimed for her, what a court or fund ordered and what was paid (in any currency, that of the claim), the most that can be paid, the day on
-- which freezing of assets was asked, and the final act from which the time to apply to a fund runs. All of it is the lawyer's own file: privileged.

insert into setting (name, value, basis) values
  ('state-compensation-within', '1 year', 'within a year of the final act; national law may say otherwise');

alter table matter_file
  add column claimed         numeric(12, 2) check (claimed > 0),
  add column ordered         numeric(12, 2) check (ordered >= 0),
  add column paid            numeric(12, 2) check (paid >= 0),
  add column most            numeric(12, 2) check (most > 0),
  add column currency        text check (currency ~ '^[A-Z]{3}$'),
  add column freeze_asked_on date,
  add column final_on        date,
  add constraint amounts_have_a_currency check (num_nonnulls(claimed, ordered, paid, most) = 0 or currency is not null),
  add constraint no_more_than_the_most check (greatest(claimed, ordered, paid) <= most),
  add constraint paid_as_ordered check (paid <= ordered);
comment on column matter_file.most is 'The most that can be paid by law, where it says so: the cap of a fund';
comment on column matter_file.freeze_asked_on is 'When freezing of the assets of whoever owes it was asked for';
comment on column matter_file.final_on is 'The final act: the time to apply to a fund runs from it';
grant update (claimed, ordered, paid, most, currency, freeze_asked_on, final_on) on matter_file to alongside_app;

-- the last day to apply to a fund, by the calendar
create function state_compensation_until(p_final date) returns date
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select (p_final + s.value)::date from setting s where s.name = 'state-compensation-within'
$$;
