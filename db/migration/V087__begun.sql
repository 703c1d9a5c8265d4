-- How often a run has begun since it last rested: what ends in a crash each time is not tried for ever.
alter table step_run add column begun integer default 0 not null;
