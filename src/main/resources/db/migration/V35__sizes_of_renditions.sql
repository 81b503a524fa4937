-- The worker writes the height and the number of bytes of each file beside its width. It makes no file again for that.
update image_file set state = 'PENDING', due_at = utc_timestamp(6), attempts = 0 where state = 'READY';
