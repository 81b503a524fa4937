-- Who gets which feed when it changes. A request is pending until the subscriber has confirmed it; a subscription that was never
-- confirmed has no end. The secrets are readable, because each message is signed with them.
create table websub_subscription (
  id              binary(16)    not null primary key,
  topic           varchar(2048) not null,
  callback        varchar(2048) not null,
  address_hash    binary(32)    not null,                 -- of topic and callback
  host            varchar(255)  not null,
  secret          varbinary(200),
  expires_at      datetime(6),
  sequence        bigint        not null default 0,
  content_hash    binary(32),
  failures        int           not null default 0,
  failing_since   datetime(6),
  next_attempt_at datetime(6),
  pending_mode    varchar(20)   character set ascii collate ascii_bin,
  pending_topic   varchar(2048),
  pending_secret  varbinary(200),
  pending_lease   bigint,
  created_at      datetime(6)   not null,
  unique key by_address (address_hash),
  key by_host (host),
  key by_pending (pending_mode)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
