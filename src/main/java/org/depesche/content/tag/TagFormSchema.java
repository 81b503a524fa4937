package org.depesche.content.tag;

import org.depesche.content.image.form.LibraryImageReference;
import org.depesche.content.taxonomy.TaxonomyMember;
import org.depesche.content.taxonomy.TaxonomyRegistrar;
import org.depesche.kernel.MediaTopic;
import org.depesche.kernel.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: bodies are read member by member, to report all errors at once. */
@Schema(name = "TagForm", description = "What is left out is empty")
record TagFormSchema(
        @Schema(
                description = "Made from the name when not given; a changed one redirects",
                examples = "muensterplatz",
                maxLength = Slug.MAX_LENGTH,
                pattern = Slug.PATTERN) @Nullable String slug,
        @Schema(required = true, examples = "Münsterplatz", minLength = 1, maxLength = TaxonomyRegistrar.MAX_NAME) String name,
        @Schema(
                implementation = TagType.class,
                description = "`topic` when not given; organisation, place, person or product; more may come",
                examples = "place") @Nullable String type,
        @Schema(
                description = "The subject of the IPTC's Media Topics that it stands for",
                examples = "medtop:11000000",
                maxLength = TaxonomyMember.MAX_MEDIA_TOPIC,
                pattern = MediaTopic.PATTERN) @Nullable String mediaTopic,
        @Schema(
                description = "What the page of the tag says about it",
                examples = "Der Platz rund um das Münster",
                maxLength = TaxonomyMember.MAX_DESCRIPTION) @Nullable String description,
        @Schema(implementation = LibraryImageReference.class) @Nullable LibraryImageReference image) {
}
