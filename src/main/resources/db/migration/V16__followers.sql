-- How far a follower of the change log that works outside this service has come. One row each; a follower is one worker of
-- one node at a time.
create table follower (
  name varchar(190) not null primary key,
  sequence bigint not null,
  moved_at datetime(6) not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
