package org.depesche.content.tag;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.depesche.kernel.Uuid7;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of the {@code tag} table. */
@Entity
@Table(name = "tag")
class TagEntity {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(columnDefinition = "binary(16)")
    private UUID id = Uuid7.next();

    private String slug = "";
    private String name = "";

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "name_hash", columnDefinition = "binary(16)")
    private UUID nameHash = id;

    private String type = TagType.TOPIC.word();

    private @Nullable String description;

    @Column(name = "media_topic")
    private @Nullable String mediaTopic;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "image_id", columnDefinition = "binary(16)")
    private @Nullable UUID imageId;

    /** The database assigns it. */
    @Column(insertable = false, updatable = false)
    private long serial;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    Tag tag() {
        return new Tag(id, serial, slug, name, TagType.of(type).orElse(TagType.TOPIC), mediaTopic, description, imageId,
                version,
                updatedAt);
    }

    UUID id() {
        return id;
    }
}
