-- What a key may read beyond free articles: names of entitlements, separated by commas.
alter table api_key
  add column entitlements varchar(200) character set ascii collate ascii_bin not null default '' after role;
