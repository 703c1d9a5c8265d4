-- When one of our own looks saw a server first.
create table seen_server (
    organization_id bigint not null references organization (id),
    server varchar(253) not null,
    since timestamp with time zone not null,
    primary key (organization_id, server)
);
