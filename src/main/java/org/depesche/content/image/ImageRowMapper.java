package org.depesche.content.image;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.Timestamps;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Maps rows of the {@code image} table to images, and metadata to statement parameters. */
@ApplicationScoped
class ImageRowMapper {

    static final String COLUMNS = "id, serial, alt, decorative, caption, credit, src, width, height, focal_x, focal_y, "
            + "dominant_color, media_type, byte_size, sha256, taken_at, details, file, version, created_at, updated_at";

    /** The columns that clients set, in the order of {@link #bind}. */
    static final String WRITTEN_COLUMNS = "alt, decorative, caption, credit, src, width, height, focal_x, focal_y, "
            + "dominant_color, media_type, taken_at, details, expires_at";

    private final ObjectMapper json;

    ImageRowMapper(ObjectMapper json) {
        this.json = json;
    }

    Image read(ResultSet row) throws SQLException {
        return new Image(Uuid7.of(row.getBytes("id")), row.getLong("serial"), row.getString("alt"),
                row.getBoolean("decorative"),
                row.getString("caption"), row.getString("credit"), uri(row.getString("src")),
                row.getObject("width", Integer.class), row.getObject("height", Integer.class), focalPoint(row),
                row.getString("dominant_color"), row.getString("media_type"), row.getObject("byte_size", Long.class),
                hex(row.getBytes("sha256")), instant(row, "taken_at"), details(row.getString("details")),
                file(row.getString("file")), row.getLong("version"), at(row, "created_at"), at(row, "updated_at"));
    }

    JdbcBatch.Row bind(JdbcBatch.Row row, ImageMetadata image) throws SQLException {
        var point = image.focalPoint();
        return row.text(image.alt()).flag(image.decorative()).text(image.caption()).text(image.credit())
                .text(image.src() == null ? null : image.src().toString()).number(image.width()).number(image.height())
                .number(point == null ? null : point.x()).number(point == null ? null : point.y()).text(image.dominantColor())
                .text(image.mediaType()).timestamp(image.truncatedToMicros().takenAt()).text(write(image.details()))
                .timestamp(image.details().rights() == null ? null : image.details().rights().expiresAt());
    }

    private @Nullable String write(ImageDetails details) {
        try {
            return details.isEmpty() ? null : json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImageDetails details(@Nullable String text) {
        try {
            return text == null ? ImageDetails.NONE : json.readValue(text, ImageDetails.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable ImageFile file(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, ImageFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Image.@Nullable FocalPoint focalPoint(ResultSet row) throws SQLException {
        var x = row.getObject("focal_x", Double.class);
        var y = row.getObject("focal_y", Double.class);
        return x == null || y == null ? null : new Image.FocalPoint(x, y);
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Timestamps.at(row, column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Timestamps.find(row, column).orElse(null);
    }
}
