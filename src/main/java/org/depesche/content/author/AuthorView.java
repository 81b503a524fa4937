package org.depesche.content.author;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.image.view.ImageView;
import org.depesche.content.site.Site;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An author in public lists. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Author", description = "An author that published articles of the site use")
record AuthorView(
        @Schema(required = true) UUID id,
        @Schema(
                required = true,
                description = "A whole number below 2^53 beside the id, given once",
                examples = "4711") long serial,
        @Schema(required = true, examples = "jule-petersen") String slug,
        @Schema(required = true, examples = "Jule Petersen") String name,
        @Schema(examples = "jpe") @Nullable String initials,
        @Schema(
                description = "What the page of the author says about them",
                examples = "Berichtet seit 2015 über Verwaltung und Open Source") @Nullable String description,
        @Nullable ImageView image,
        @Schema(description = "In the newsroom", examples = "Redakteurin") @Nullable String role,
        @Schema(
                description = "That readers may write to",
                examples = "jule.petersen@example.org",
                format = "email") @Nullable String email,
        @Schema(
                required = true,
                description = "Other pages about the author",
                examples = "[\"https://norden.social/@jule\"]") List<URI> links,
        @Schema(
                required = true,
                description = "Articles that the list of the author shows on this site: of several language versions "
                        + "of a story "
                        + "one",
                examples = "57") long articleCount,
        @Schema(
                description = "Absent while the site has no address",
                examples = "https://www.example.org/author/jule-petersen") @Nullable URI url,
        @Schema(
                required = true,
                description = "The part of the address below that of the site",
                examples = "/author/jule-petersen") String path) {

    AuthorView {
        links = List.copyOf(links);
    }

    /** @param images those that may be shown, by id */
    static AuthorView of(Site site, Author author, long articleCount, Map<UUID, ImageView> images) {
        var profile = author.profile();
        return new AuthorView(author.id(), author.serial(), author.slug(), author.name(), author.initials(),
                profile.description(), profile.imageId() == null ? null : images.get(profile.imageId()), profile.role(),
                profile.email(), profile.links(), articleCount,
                site.authorAddress(author.slug()).orElse(null), Site.authorPath(author.slug()));
    }
}
