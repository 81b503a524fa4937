-- Files of images: what delivery needs stands in the image's own row, so that a read stays one statement.

alter table image
  add column file       longtext,                       -- facts of the stored file and its renditions
  add column expires_at datetime(6),                    -- rights.expiresAt of details
  add column expired    boolean not null default false, -- whether the change log tells of it
  add key by_expiry (expired, expires_at);

update image set expires_at = cast(replace(replace(json_value(details, '$.rights.expiresAt'), 'T', ' '), 'Z', '') as datetime(6))
  where json_value(details, '$.rights.expiresAt') regexp '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$';

create table image_file (
  image_id  binary(16)  not null primary key,
  sha256    binary(32)  not null,                       -- the original in the storage; several images may share it
  state     varchar(16) character set ascii collate ascii_bin not null,
  due_at    datetime(6) not null,                       -- when its renditions are to be made, or tried again
  attempts  int         not null default 0,
  metadata  longtext    not null,                       -- everything that the file says of itself
  key by_sha256 (sha256),
  key by_state (state, due_at),
  constraint image_file_of_image foreign key (image_id) references image (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
