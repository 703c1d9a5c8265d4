-- Who asked confirmed that somebody else's value may be overwritten.
alter table step_run add column overwrites boolean default false not null;
