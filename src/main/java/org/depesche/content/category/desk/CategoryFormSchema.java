package org.depesche.content.category.desk;

import org.depesche.content.image.form.LibraryImageReference;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.taxonomy.TaxonomyMember;
import org.depesche.kernel.MediaTopic;
import org.depesche.kernel.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: {@link CategoryFormReader} reads the body, to report all errors at once. */
@Schema(name = "CategoryForm", description = "What is left out is empty")
record CategoryFormSchema(
        @Schema(
                description = "Made from the name when not given; a changed one redirects",
                examples = "landtag",
                maxLength = Slug.MAX_LENGTH,
                pattern = Slug.PATTERN) @Nullable String slug,
        @Schema(required = true, examples = "Landtag", minLength = 1, maxLength = CategoryFormReader.MAX_NAME) String name,
        @Schema(
                description = "Slug or id of the category it is in; absent at the top",
                examples = "politik",
                maxLength = CategoryFormReader.MAX_REF) @Nullable String parent,
        @Schema(
                examples = "Was im Landtag geschieht",
                maxLength = CategoryFormReader.MAX_DESCRIPTION) @Nullable String description,
        @Schema(
                description = "The subject of the IPTC's Media Topics that it stands for",
                examples = "medtop:11000000",
                maxLength = TaxonomyMember.MAX_MEDIA_TOPIC,
                pattern = MediaTopic.PATTERN) @Nullable String mediaTopic,
        @Schema(implementation = LibraryImageReference.class) @Nullable LibraryImageReference image,
        @Schema(
                description = "Siblings are ordered by position, then by name; the last one when not given",
                examples = "3",
                minimum = "-" + CategoryFormReader.MAX_POSITION,
                maximum = "" + CategoryFormReader.MAX_POSITION) @Nullable Integer position,
        @Schema(description = "What its articles say otherwise than the site") @Nullable MachineUse machineUse) {
}
