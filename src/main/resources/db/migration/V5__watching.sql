-- Links to watch an experiment's runs. Who deletes the row revokes the link: its key names the row.
create table watch (
    id uuid primary key,
    experiment uuid not null unique references experiment (id) on delete cascade,
    created timestamp with time zone not null
);

-- Who has a recovery code and nothing else is forgotten in time, too.
alter table recovery_code
    add column created timestamp with time zone default current_timestamp not null;
