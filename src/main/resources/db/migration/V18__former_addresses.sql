-- Where a site and its articles once were: what was found there is still found.
alter table site
  add column former_urls         text not null default '' after preview_url,
  add column former_article_urls text character set ascii collate ascii_bin not null default '' after former_urls;
