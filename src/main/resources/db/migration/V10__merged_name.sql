-- What was merged into another: its id stays in articles and revisions and is read as the other's. Chains are collapsed.
-- left_lists: the ids whose lists its articles leave, its own first; is_settled: they have left them.
create table merged_name (
  id           binary(16)   not null primary key,
  kind         char(1)      character set ascii collate ascii_bin not null,
  target_id    binary(16)   not null,
  name_hash    binary(16),                         -- of tags and authors: whoever writes the name means the target
  left_lists   text         character set ascii collate ascii_bin not null,
  is_settled   boolean      not null,
  merged_at    datetime(6)  not null,
  key by_target (target_id),
  key by_name (kind, name_hash),
  key by_settled (is_settled, merged_at)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
