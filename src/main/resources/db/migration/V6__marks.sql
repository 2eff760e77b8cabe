-- What somebody notes of a run.
alter table run add column starred boolean default false not null;
alter table run add column note varchar(500) default '' not null;
