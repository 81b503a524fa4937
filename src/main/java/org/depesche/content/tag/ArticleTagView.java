package org.depesche.content.tag;

import org.depesche.kernel.MediaTopic;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A tag as articles show it. */
@Schema(name = "ArticleTag", description = "A tag as an article shows it")
public record ArticleTagView(
        @Schema(required = true, examples = "muensterplatz") String slug,
        @Schema(required = true, examples = "Münsterplatz") String name,
        @Schema(
                required = true,
                implementation = String.class,
                examples = "place",
                description = "topic, organisation, place, person or product; more may come") TagType type,
        @JsonIgnore @Schema(hidden = true) @Nullable MediaTopic mediaTopic) {

    public static ArticleTagView of(Tag tag) {
        return new ArticleTagView(tag.slug(), tag.name(), tag.type(),
                tag.mediaTopic() == null ? null : new MediaTopic(tag.mediaTopic(), tag.name()));
    }
}
