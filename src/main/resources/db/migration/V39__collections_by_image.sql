-- which collections show an image is asked for each entry of the change log that an image has
alter table collection add key by_image (image_id);
