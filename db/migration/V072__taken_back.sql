-- The run that took back what we changed in a step, while nothing was changed since; and whether it left nothing of ours.
alter table step_status add column taken_back_run_id bigint;
alter table step_status add column taken_back_whole boolean default false not null;
-- Whether somebody wants to plan once more what was taken back.
alter table step_run add column again boolean default false not null;
