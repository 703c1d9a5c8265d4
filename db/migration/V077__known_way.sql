-- From where an account has been signed in to: hashes of its browsers and networks. Whoever
-- comes the same way again is not kept out by strangers who guess.
create table known_way (
    account_id bigint not null,
    way varchar(64) not null,
    seen_at timestamp with time zone not null,
    constraint known_way_key primary key (account_id, way),
    constraint known_way_account foreign key (account_id) references account (id) on delete cascade
);
