-- Which categories, tags and authors the desk's working copies name, as far as the public does not see that: one that is
-- published as it is stands in the lists of published_entry, so imports write nothing here.
create table article_use (
  target_id    binary(16)   not null,
  article_id   binary(16)   not null,
  primary key (target_id, article_id),
  key of_article (article_id),
  constraint article_use_article foreign key (article_id) references article (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- Who writes articles holds the row shared, who takes a name away holds it alone and counts.
create table name_gate (
  id           tinyint      not null primary key,
  closings     bigint       not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

insert into name_gate (id, closings) values (1, 0);
