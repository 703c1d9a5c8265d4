-- In which of Microsoft's clouds the tenant of an organization is, where a person confirmed it; else the global one counts.
create table confirmed_cloud (
    organization_id bigint not null primary key references organization (id),
    cloud varchar(40) not null
);
