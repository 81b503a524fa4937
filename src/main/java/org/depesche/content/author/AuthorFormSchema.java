package org.depesche.content.author;

import static org.depesche.platform.json.ListElements.TEXT_LENGTH;

import java.net.URI;
import java.util.List;

import org.depesche.content.image.form.LibraryImageReference;
import org.depesche.content.taxonomy.TaxonomyMember;
import org.depesche.content.taxonomy.TaxonomyRegistrar;
import org.depesche.kernel.Slug;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: bodies are read member by member, to report all errors at once. */
@Schema(name = "AuthorForm", description = "What is left out is empty")
record AuthorFormSchema(
        @Schema(
                description = "Made from the name when not given; a changed one redirects",
                examples = "jule-petersen",
                maxLength = Slug.MAX_LENGTH,
                pattern = Slug.PATTERN) @Nullable String slug,
        @Schema(required = true, examples = "Jule Petersen", minLength = 1, maxLength = TaxonomyRegistrar.MAX_NAME) String name,
        @Schema(
                description = "The short form, as it stands below reports",
                examples = "jpe",
                maxLength = EditorialAuthors.MAX_INITIALS) @Nullable String initials,
        @Schema(
                description = "What the page of the author says about them",
                examples = "Berichtet seit 2015 über Verwaltung und Open Source",
                maxLength = TaxonomyMember.MAX_DESCRIPTION) @Nullable String description,
        @Schema(implementation = LibraryImageReference.class) @Nullable LibraryImageReference image,
        @Schema(
                description = "In the newsroom",
                examples = "Redakteurin",
                maxLength = EditorialAuthors.MAX_ROLE) @Nullable String role,
        @Schema(
                description = "Readers see it: leave out one that they should not write to",
                examples = "jule.petersen@example.org",
                format = "email",
                maxLength = EditorialAuthors.MAX_EMAIL) @Nullable String email,
        @Schema(
                description = "Other pages about the author",
                examples = "[\"https://norden.social/@jule\"]",
                maxItems = AuthorLinks.MAX,
                extensions = @Extension(name = TEXT_LENGTH, value = "" + WebUrl.MAX_LENGTH)) @Nullable List<URI> links) {

    AuthorFormSchema {
        links = links == null ? null : List.copyOf(links);
    }

}
