package org.depesche.content.tag;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.image.view.ImageView;
import org.depesche.content.site.Site;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A tag in public lists. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Tag", description = "A tag that published articles of the site use")
record TagView(
        @Schema(required = true) UUID id,
        @Schema(
                required = true,
                description = "A whole number below 2^53 beside the id, given once",
                examples = "4711") long serial,
        @Schema(required = true, examples = "muensterplatz") String slug,
        @Schema(required = true, examples = "Münsterplatz") String name,
        @Schema(
                required = true,
                implementation = String.class,
                examples = "place",
                description = "topic, organisation, place, person or product; more may come") TagType type,
        @Schema(
                description = "What the page of the tag says about it",
                examples = "Der Platz rund um das Münster") @Nullable String description,
        @Nullable ImageView image,
        @Schema(
                required = true,
                description = "Articles that the list of the tag shows on this site: of several language versions of a story "
                        + "one",
                examples = "57") long articleCount,
        @Schema(
                description = "Absent while the site has no address",
                examples = "https://www.example.org/tag/muensterplatz") @Nullable URI url,
        @Schema(
                required = true,
                description = "The part of the address below that of the site",
                examples = "/tag/muensterplatz") String path) {

    /** @param images those that may be shown, by id */
    static TagView of(Site site, Tag tag, long articleCount, Map<UUID, ImageView> images) {
        return new TagView(tag.id(), tag.serial(), tag.slug(), tag.name(), tag.type(), tag.description(),
                tag.imageId() == null ? null : images.get(tag.imageId()), articleCount,
                site.tagAddress(tag.slug()).orElse(null), Site.tagPath(tag.slug()));
    }
}
