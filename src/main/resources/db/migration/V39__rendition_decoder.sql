-- the version of the decoder whose pixels the renditions have: those of an older one are made again
alter table image_file add column decoder smallint not null default 1;
