-- The last climb of the ladder of each server; no reading yet while it is under way.
create table connection_climb (
    organization_id bigint not null references organization (id),
    server varchar(253) not null,
    asked_at timestamp with time zone not null,
    signs_in boolean not null,
    reading text,
    constraint connection_climb_once primary key (organization_id, server)
);
