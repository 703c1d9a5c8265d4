-- Which plans of an organization a second person approves; without a row its environment decides.
create table approval_rule (
    organization_id bigint not null primary key references organization (id) on delete cascade,
    rule varchar(20) not null
);

-- Who approved a plan, and what it contained.
create table plan_approval (
    plan_id bigint not null primary key references step_plan (id) on delete cascade,
    content_hash varchar(64) not null,
    person_id bigint not null,
    person_name varchar(100) not null,
    approved_at timestamp with time zone not null
);
