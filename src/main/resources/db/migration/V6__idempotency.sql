-- Answers kept to be given again. `id` is the SHA-256 of caller, route and Idempotency-Key; `claim` says which attempt
-- holds the row, so that one which outlived its claim cannot write over its successor's answer.
create table idempotency (
  id           binary(32)   not null primary key,
  caller_id    binary(16)   not null,
  claim        binary(16)   not null,
  digest       binary(32),
  status       smallint,
  headers      mediumtext,
  body         longblob,
  created_at   datetime(6)  not null,
  expires_at   datetime(6)  not null,
  key by_expiry (expires_at),
  key by_caller (caller_id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
