-- What was changed of a run after its start, with commas in between.
alter table run add column by_hand varchar(40) default '' not null;
