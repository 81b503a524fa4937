package org.depesche.content.author;

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

/** A row of the {@code author} table. */
@Entity
@Table(name = "author")
class AuthorEntity {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(columnDefinition = "binary(16)")
    private UUID id = Uuid7.next();

    private String slug = "";
    private String name = "";

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "name_hash", columnDefinition = "binary(16)")
    private UUID nameHash = id;

    private @Nullable String initials;

    private @Nullable String description;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "image_id", columnDefinition = "binary(16)")
    private @Nullable UUID imageId;

    private @Nullable String role;
    private @Nullable String email;
    private @Nullable String links;

    /** The database assigns it. */
    @Column(insertable = false, updatable = false)
    private long serial;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    Author author() {
        return new Author(id, serial, slug, name, initials,
                new Author.Profile(description, imageId, role, email, AuthorLinks.parse(links)), version, updatedAt);
    }

    UUID id() {
        return id;
    }
}
