package org.depesche.content.author;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.depesche.content.image.form.LibraryImageReference;
import org.depesche.content.taxonomy.TaxonomyEntry;
import org.depesche.platform.http.PublicationZone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An author in the editorial API: the members that PUT accepts, and read-only ones. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EditorialAuthor", description = "An author as the desk edits it, in use or not")
record EditorialAuthorView(
        @Schema(required = true, readOnly = true) UUID id,
        @Schema(required = true, examples = "jule-petersen") String slug,
        @Schema(required = true, examples = "Jule Petersen") String name,
        @Schema(examples = "jpe", description = "The short form, as it stands below reports") @Nullable String initials,
        @Schema(
                description = "What the page of the author says about them",
                examples = "Berichtet seit 2015 über Verwaltung und Open Source") @Nullable String description,
        @Nullable LibraryImageReference image,
        @Schema(description = "In the newsroom", examples = "Redakteurin") @Nullable String role,
        @Schema(
                description = "That readers may write to",
                examples = "jule.petersen@example.org",
                format = "email") @Nullable String email,
        @Schema(
                required = true,
                description = "Other pages about the author",
                examples = "[\"https://norden.social/@jule\"]") List<URI> links,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime updatedAt) {

    EditorialAuthorView {
        links = List.copyOf(links);
    }

    static EditorialAuthorView of(TaxonomyEntry entry, PublicationZone zone) {
        return new EditorialAuthorView(entry.id(), entry.slug(), entry.name(), entry.text("initials"),
                entry.text("description"), LibraryImageReference.of(entry.reference("image")), entry.text("role"),
                entry.text("email"),
                AuthorLinks.parse(entry.text("links")),
                zone.toOffsetDateTime(entry.createdAt()),
                zone.toOffsetDateTime(entry.updatedAt()));
    }
}
