-- Since when a request of a subscriber waits: one that cannot be verified does not wait for ever.
alter table websub_subscription add column pending_since datetime(6);
update websub_subscription set pending_since = utc_timestamp(6) where pending_mode is not null;

-- The secrets that a webhook had before, each until its end: whoever changes a secret twice within a day loses none of them.
-- The newest one is also kept in the columns former_secret and former_until of webhook, for nodes of the version before, and
-- what those store there is read. The version after this one drops the columns.
create table webhook_former_secret (
  webhook_id  binary(16)   not null,
  secret      varchar(100) character set ascii collate ascii_bin not null,
  valid_until datetime(6)  not null,
  primary key (webhook_id, secret),
  constraint webhook_former_secret_of foreign key (webhook_id) references webhook (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
insert into webhook_former_secret (webhook_id, secret, valid_until)
select id, former_secret, former_until from webhook where former_secret is not null and former_until is not null;
