-- Where changes are sent to. The secrets are readable, because each message is signed with them.
create table webhook (
  id              binary(16)    not null primary key,
  url             varchar(2048) not null,
  description     varchar(500)  not null,
  events          text          not null,
  categories      text          not null,
  sites           text          not null,
  secret          varchar(100)  character set ascii collate ascii_bin not null,
  former_secret   varchar(100)  character set ascii collate ascii_bin,
  former_until    datetime(6),
  sequence        bigint        not null,
  failures        int           not null default 0,
  failing_since   datetime(6),
  next_attempt_at datetime(6),
  disabled_at     datetime(6),
  disabled_reason varchar(500),
  last_delivery   bigint        not null default 0,
  created_at      datetime(6)   not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- The latest attempts of each webhook. A ping has no sequence.
create table webhook_delivery (
  webhook_id  binary(16)   not null,
  number      bigint       not null,
  message_id  varchar(100) character set ascii collate ascii_bin not null,
  sequence    bigint,
  type        varchar(60)  character set ascii collate ascii_bin not null,
  at          datetime(6)  not null,
  millis      int          not null,
  status      int,
  error       varchar(500),
  response    varchar(500),
  primary key (webhook_id, number),
  constraint webhook_delivery_of foreign key (webhook_id) references webhook (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
