-- Who may do what, and who did what.

-- A key is kept as the SHA-256 of its text: its secret has 256 random bits, so a slow hash would only slow the callers.
create table api_key (
  id           binary(16)   not null primary key,
  name         varchar(200) not null,
  role         varchar(16)  character set ascii collate ascii_bin not null,
  prefix       varchar(16)  character set ascii collate ascii_bin not null,
  hash         binary(32)   not null unique,
  origin       varchar(16)  character set ascii collate ascii_bin not null,
  created_at   datetime(6)  not null,
  expires_at   datetime(6),
  revoked_at   datetime(6),
  replaced     boolean      not null default false,
  last_used_at datetime(6),
  version      bigint       not null default 0
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- One row, locked and changed by every node that makes or replaces the first admin key: two nodes starting at once
-- make one key, also on Galera, where a lock alone is not seen by the other node but a changed row is.
create table first_admin_key (
  id           tinyint      not null primary key,
  settled_at   datetime(6)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

insert into first_admin_key (id) values (1);

create table audit (
  id              binary(16)   not null primary key,
  at              datetime(6)  not null,
  caller_id       binary(16),
  caller_name     varchar(200) not null,
  address         varchar(45)  character set ascii collate ascii_bin,
  action          varchar(64)  character set ascii collate ascii_bin not null,
  subject_kind    varchar(32)  character set ascii collate ascii_bin not null,
  subject_id      binary(16),
  revision_before bigint,
  revision_after  bigint,
  key by_caller (caller_id, id),
  key by_subject (subject_id, id),
  key by_action (action, id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
