create table experiment (
    id uuid primary key,
    owner uuid not null
);
