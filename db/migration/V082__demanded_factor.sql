-- The one row that says that everybody needs a second factor, while it is there.
create table factor_demand (
    id integer not null,
    account_id bigint not null,
    demanded_at timestamp with time zone not null,
    constraint factor_demand_key primary key (id),
    constraint factor_demand_one check (id = 1)
);
