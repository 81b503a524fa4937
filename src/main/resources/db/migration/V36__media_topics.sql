-- The IPTC Media Topic that a category or a tag stands for, as medtop:04000000.
alter table category add column media_topic varchar(20) character set ascii collate ascii_bin;
alter table tag add column media_topic varchar(20) character set ascii collate ascii_bin;
