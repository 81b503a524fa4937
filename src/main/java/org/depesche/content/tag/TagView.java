package org.depesche.content.tag;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag as an article shows it. */
@Schema(name = "ArticleTag", description = "A tag as an article shows it")
public record TagView(
        @Schema(required = true, examples = "muensterplatz") String slug,
        @Schema(required = true, examples = "Münsterplatz") String name,
        @Schema(required = true, implementation = String.class, examples = "place", description = "topic, organisation, place, person or product; more may come") TagType type) {

    public static TagView of(Tag tag) {
        return new TagView(tag.slug(), tag.name(), tag.type());
    }
}
