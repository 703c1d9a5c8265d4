create table tenant_sign_in (
    organization_id bigint primary key references organization (id),
    tenant_id varchar(36) not null,
    user_name varchar(320) not null,
    signed_in_at timestamp with time zone not null,
    kept_until timestamp with time zone not null
);

create index tenant_sign_in_by_end on tenant_sign_in (kept_until);
