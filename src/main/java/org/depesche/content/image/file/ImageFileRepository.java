package org.depesche.content.image.file;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageFile;
import org.depesche.kernel.Uuid7;
import org.depesche.media.header.ImageFormat;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.http.PublicationZone;
import org.jdbi.v3.core.Jdbi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** SQL access to the files of images: the table {@code image_file}, and the columns of {@code image} that files fill. */
@ApplicationScoped
public class ImageFileRepository {

    private static final int MAX_DUPLICATES = 20;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final PublicationZone zone;

    ImageFileRepository(Jdbi jdbi, ObjectMapper json, PublicationZone zone) {
        this.jdbi = jdbi;
        this.json = json;
        this.zone = zone;
    }

    /**
     * Stores the file of an image, or replaces it. If the state is pending, the renditions are due at once.
     *
     * @param facts the properties of the file that delivery needs
     */
    public void save(UUID image, ReceivedFile file, ImageFile facts, Instant now) {
        var state = facts.state().name();
        jdbi.useHandle(handle -> {
            JdbcBatch.write(handle, "update image set file = ?, byte_size = ?, sha256 = ? where id = ?", List.of(facts),
                    (row, value) -> row.text(write(value)).number(file.byteSize())
                            .bytes(HexFormat.of().parseHex(file.sha256())).id(image));
            JdbcBatch.write(handle, "insert into image_file (image_id, sha256, state, due_at, metadata) values (?, ?, ?, ?, ?)"
                    + " on duplicate key update sha256 = values(sha256), state = values(state), due_at = values(due_at),"
                    + " attempts = 0, metadata = values(metadata)", List.of(file),
                    (row, value) -> row.id(image).bytes(HexFormat.of().parseHex(value.sha256())).text(state).timestamp(now)
                            .text(write(FileMetadata.of(value, zone))));
        });
    }

    /** Returns the metadata that the file of an image embeds, or empty if the image has no file. */
    public Optional<FileMetadata> metadata(UUID image) {
        return jdbi.withHandle(handle -> handle.createQuery("select metadata from image_file where image_id = ?")
                .bind(0, image).mapTo(String.class).findOne()).map(this::read);
    }

    /** Returns at most 20 other images with the same bytes, the oldest first. */
    public List<UUID> duplicates(UUID image, String sha256) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select image_id from image_file where sha256 = ? and image_id <> ? order by image_id limit "
                        + MAX_DUPLICATES)
                .bind(0, HexFormat.of().parseHex(sha256)).bind(1, image)
                .map((row, context) -> Uuid7.of(row.getBytes(1))).list());
    }

    /** Returns whether an image has a file with this digest. */
    boolean isNamed(String sha256) {
        return jdbi.withHandle(handle -> handle.createQuery("select 1 from image_file where sha256 = ? limit 1")
                .bind(0, HexFormat.of().parseHex(sha256)).mapTo(Integer.class).findOne()).isPresent();
    }

    /** Returns whether the renditions of an image are being made, or wait for it. */
    public boolean isPending(UUID image) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select 1 from image_file where image_id = ? and state = 'PENDING'")
                .bind(0, image).mapTo(Integer.class).findOne()).isPresent();
    }

    /** Returns the state of the renditions of images. An image without a file is absent. */
    public Map<UUID, ImageFile.State> states(List<UUID> images) {
        return jdbi.withHandle(handle -> handle.createQuery("select image_id, state from image_file where image_id in (<ids>)")
                .bindList("ids", images.stream().map(Uuid7::bytes).toList()).reduceRows(new HashMap<>(), (states, row) -> {
                    states.put(Uuid7.of(row.getColumn("image_id", byte[].class)),
                            ImageFile.State.valueOf(row.getColumn("state", String.class)));
                    return states;
                }));
    }

    /**
     * A change of the decoder that gives some pictures other pixels than before.
     *
     * @param minPixels the number of pixels; only larger pictures are affected
     * @param version the version of the decoder for these pictures
     */
    public record DecoderChange(String mediaType, long minPixels, int version) {

        public static DecoderChange of(ImageFormat format, long minPixels) {
            return new DecoderChange(format.mediaType(), minPixels, PictureDecoder.version(format, minPixels + 1));
        }
    }

    /**
     * Returns images whose renditions were made with an older version of the decoder, in the order of their ids. Renditions
     * without a version count as version 1. No row is locked.
     *
     * @param after the last image of the page before
     */
    public List<UUID> outdated(DecoderChange changed, UUID after, int max) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select f.image_id from image_file f join image i on i.id = f.image_id"
                        + " where f.image_id > :after and f.state = 'READY' and i.media_type = :type"
                        + " and coalesce(cast(i.width as int) * i.height, 1) > :pixels"
                        + " and cast(coalesce(json_value(i.file, '$.renditions.decoder'), '1') as int) < :decoder"
                        + " order by f.image_id limit " + max)
                .bind("after", after).bind("type", changed.mediaType).bind("pixels", changed.minPixels)
                .bind("decoder", changed.version)
                .map((row, context) -> Uuid7.of(row.getBytes(1))).list());
    }

    /** Requests new renditions for those of the images that have renditions. */
    public void setReadyPending(List<UUID> images, Instant now) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle,
                "update image_file set state = ?, due_at = ?, attempts = 0 where image_id = ? and state = ?", images,
                (row, id) -> row.text(ImageFile.State.PENDING.name()).timestamp(now).id(id)
                        .text(ImageFile.State.READY.name())));
    }

    /** Requests new renditions for an image, unless there is no decoder for its format. They are due at once. */
    public void setPending(UUID image, Instant now) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle,
                "update image_file set state = ?, due_at = ?, attempts = 0 where image_id = ? and state <> ?", List.of(image),
                (row, id) -> row.text(ImageFile.State.PENDING.name()).timestamp(now).id(id)
                        .text(ImageFile.State.UNAVAILABLE.name())));
    }

    /** Requests new renditions for an image. Returns false unless it has renditions and none are being made. */
    public boolean setReadyPending(UUID image, Instant now) {
        return jdbi.withHandle(handle -> handle
                .createUpdate("update image_file set state = 'PENDING', due_at = :now, attempts = 0"
                        + " where image_id = :id and state = 'READY'")
                .bind("now", now).bind("id", image).execute()) > 0;
    }

    /** Requests new renditions for all images that have renditions. */
    public void setAllPending(Instant now) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle,
                "update image_file set state = ?, due_at = ?, attempts = 0 where state = ?", List.of(ImageFile.State.PENDING),
                (row, state) -> row.text(state.name()).timestamp(now).text(ImageFile.State.READY.name())));
    }

    /** Requests renditions for the files for which there was no decoder so far. */
    public void setUndecodedPending(Instant now) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle,
                "update image_file set state = ?, due_at = ?, attempts = 0 where state = ?",
                List.of(ImageFile.State.UNAVAILABLE), (row, state) -> row.text(ImageFile.State.PENDING.name()).timestamp(now)
                        .text(state.name())));
    }

    /** Takes the next image whose renditions are due. No other node takes it until the lease has ended. */
    public Optional<Due> takeDue(Instant now, Duration lease) {
        return jdbi.withHandle(handle -> {
            var due = handle.createQuery("select image_id, attempts from image_file where state = 'PENDING' and due_at <= :now"
                    + " order by due_at limit 1 for update skip locked")
                    .bind("now", now)
                    .map((row, context) -> new Due(Uuid7.of(row.getBytes(1)), row.getInt(2) + 1)).findOne();
            due.ifPresent(taken -> JdbcBatch.write(handle,
                    "update image_file set due_at = ?, attempts = ? where image_id = ?", List.of(taken),
                    (row, value) -> row.timestamp(now.plus(lease)).number(value.attempt()).id(value.image())));
            return due;
        });
    }

    /**
     * An image whose renditions are due.
     *
     * @param attempt the number of the attempt, from 1
     */
    public record Due(UUID image, int attempt) {
    }

    /** Marks renditions as ready that a change did not affect, unless the image has changed again. */
    public void finishUnchanged(Due due) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle,
                "update image_file set state = ? where image_id = ? and attempts = ?", List.of(due),
                (row, value) -> row.text(ImageFile.State.READY.name()).id(value.image()).number(value.attempt())));
    }

    /** Sets the time of the next attempt, unless the image has changed again and is due already. */
    public void postpone(Due due, Instant next) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle,
                "update image_file set due_at = ? where image_id = ? and attempts = ?", List.of(due),
                (row, value) -> row.timestamp(next).id(value.image()).number(value.attempt())));
    }

    /** Stores the renditions of an image and their state. A state that is still pending is continued at the given time. */
    public void finish(UUID image, ImageFile facts, Instant due) {
        jdbi.useHandle(handle -> {
            JdbcBatch.write(handle, "update image set file = ? where id = ?", List.of(facts),
                    (row, value) -> row.text(write(value)).id(image));
            JdbcBatch.write(handle, "update image_file set state = ?, due_at = ? where image_id = ?", List.of(facts),
                    (row, value) -> row.text(value.state().name()).timestamp(due).id(image));
        });
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private FileMetadata read(String text) {
        try {
            return json.readValue(text, FileMetadata.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
