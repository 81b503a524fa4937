-- Who does what alone in a cluster, and until when by the database's clock.

create table lease (
  name         varchar(100) character set ascii collate ascii_bin not null primary key,
  holder       binary(16)   not null,
  held_until   datetime(6)  not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
