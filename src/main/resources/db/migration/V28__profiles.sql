-- The pages of tags, authors and categories show these besides the name. The links of an author stand one on each line.
alter table tag
  add column description varchar(5000),
  add column image_id binary(16),
  add key by_image (image_id);

alter table author
  add column description varchar(5000),
  add column image_id binary(16),
  add column role varchar(200),
  add column email varchar(254),
  add column links text,
  add key by_image (image_id);

alter table category
  add column image_id binary(16),
  add key by_image (image_id);
