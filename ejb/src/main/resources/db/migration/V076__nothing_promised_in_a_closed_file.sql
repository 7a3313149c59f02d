-- To a closed file nothing new is agreed, planned or promised: neither a goal nor what she needs at a hearing, nor a matter by a lawyer
-- of the house that leads.
create trigger moves_only_while_open before update on goal
  for each row when ((old.status, old.domain, old.statement, old.priority, old.target_on)
                     is distinct from (new.status, new.domain, new.statement, new.priority, new.target_on))
  execute function only_while_open();
create trigger only_while_open before insert on hearing_support for each row execute function only_while_open();
create trigger only_while_open before insert on matter for each row execute function only_while_open();
