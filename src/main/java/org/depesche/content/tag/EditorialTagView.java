package org.depesche.content.tag;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.depesche.content.image.form.LibraryImageReference;
import org.depesche.content.taxonomy.TaxonomyEntry;
import org.depesche.platform.http.PublicationZone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A tag in the editorial API: the members that PUT accepts, and read-only ones. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EditorialTag", description = "A tag as the desk edits it, in use or not")
record EditorialTagView(
        @Schema(required = true, readOnly = true) UUID id,
        @Schema(required = true, examples = "muensterplatz") String slug,
        @Schema(required = true, examples = "Münsterplatz") String name,
        @Schema(implementation = TagType.class, required = true,
                examples = "place",
                description = "topic, organisation, place, person or product; more may come") String type,
        @Schema(
                description = "The subject of the IPTC's Media Topics that it stands for",
                examples = "medtop:11000000") @Nullable String mediaTopic,
        @Schema(
                description = "What the page of the tag says about it",
                examples = "Der Platz rund um das Münster") @Nullable String description,
        @Nullable LibraryImageReference image,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime updatedAt) {

    static EditorialTagView of(TaxonomyEntry entry, PublicationZone zone) {
        return new EditorialTagView(entry.id(), entry.slug(), entry.name(), String.valueOf(entry.text("type")),
                entry.text("mediaTopic"),
                entry.text("description"), LibraryImageReference.of(entry.reference("image")),
                zone.toOffsetDateTime(entry.createdAt()),
                zone.toOffsetDateTime(entry.updatedAt()));
    }
}
