package org.depesche.content.collection.desk;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.depesche.content.image.ImageFormLimits;
import org.depesche.kernel.CollectionType;
import org.depesche.kernel.Slug;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The request body in the OpenAPI document only. {@link CollectionFormReader} reads bodies, because it reports all
 * errors at once.
 */
@Schema(
        name = "CollectionForm",
        description = "What is left out is empty. What GET gave may come back as it is")
record CollectionFormSchema(
        @Schema(
                description = "A changed one redirects from then on; in a request that makes it, that of the address",
                examples = "front-page",
                maxLength = Slug.MAX_LENGTH,
                pattern = Slug.PATTERN) @Nullable String slug,
        @Schema(required = true, examples = "Startseite", minLength = 1, maxLength = CollectionFormReader.MAX_NAME) String name,
        @Schema(
                description = "`list` (default), `dossier` or `series`, whose articles know their part",
                examples = "list",
                implementation = CollectionType.class) @Nullable String type,
        @Schema(
                examples = "Was jetzt wichtig ist",
                maxLength = CollectionFormReader.MAX_DESCRIPTION) @Nullable String description,
        @Nullable ImageSchema image,
        @Schema(
                description = "In order and none twice; drafts too. A string with an id or slug is taken in the place of "
                        + "an object. "
                        + "`depesche.collections.max-articles` changes how many",
                examples = "[{\"slug\": \"erfolgreiches-zweites-treffen\"}]",
                maxItems = CollectionConfig.MAX_ARTICLES) @Nullable List<ArticleNameSchema> articles) {

    /** A reference to an article as an object. */
    @Schema(name = "CollectedArticleName", description = "One of the two is enough; further members that GET gives are ignored")
    record ArticleNameSchema(@Schema(examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @Nullable UUID id,
            @Schema(
                    examples = "erfolgreiches-zweites-treffen",
                    maxLength = CollectionFormReader.MAX_REF) @Nullable String slug) {
    }

    /** The image of a collection. */
    @Schema(
            name = "CollectionImageForm",
            description = "An image of the library by its `id`, or one to register: words, or words and a foreign `src`. "
                    + "What is said here of one that exists holds for this use alone, unless `writeBack` says otherwise. "
                    + "Further members as in Image.")
    record ImageSchema(
            @Nullable UUID id,
            @Schema(examples = "Der Marktplatz am Morgen", maxLength = ImageFormLimits.ALT) @Nullable String alt,
            @Schema(description = "It says nothing: its alternative text is empty on purpose") @Nullable Boolean decorative,
            @Schema(examples = "Der Marktplatz", maxLength = ImageFormLimits.CAPTION) @Nullable String caption,
            @Schema(examples = "Jo Baum", maxLength = ImageFormLimits.CREDIT) @Nullable String credit,
            @Schema(
                    description = "Whether the words given here become those of the image itself, for all its "
                            + "uses") @Nullable Boolean writeBack,
            @Schema(examples = "https://media.example.org/markt.jpg", maxLength = WebUrl.MAX_LENGTH) @Nullable URI src) {
    }
}
