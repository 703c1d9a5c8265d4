-- Looks are numbered in the order in which they began: an older one takes no newer one's place, whatever the clocks say.
alter table built_state add column looks bigint default 0 not null;
alter table step_snapshot add column look bigint default 0 not null;
