-- Numbers where the connection of an organization leads: what was seen over another one is not taken.
alter table built_state add column destination bigint default 0 not null;

-- Which servers could not be asked when a look or a climb of the ladder tried last, and why.
create table unreached_server (
    organization_id bigint not null references organization (id),
    server varchar(253) not null,
    failure varchar(100) not null,
    seen_at timestamp with time zone not null,
    constraint unreached_server_once primary key (organization_id, server)
);
