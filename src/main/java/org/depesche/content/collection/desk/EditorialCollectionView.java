package org.depesche.content.collection.desk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.depesche.content.collection.CollectionMetadata;
import org.depesche.content.collection.desk.WorkingCopyLookup.ArticleLine;
import org.depesche.content.site.Site;
import org.depesche.kernel.CollectionType;
import org.depesche.platform.http.PublicationZone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A collection as the editorial API shows it: the members that PUT takes, and the read-only members. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EditorialCollection", description = "A collection as the desk edits it")
record EditorialCollectionView(
        @Schema(required = true, readOnly = true) UUID id,
        @Schema(required = true, readOnly = true, examples = "default") String site,
        @Schema(required = true, examples = "front-page") String slug,
        @Schema(required = true, examples = "Startseite") String name,
        @Schema(implementation = CollectionType.class, required = true, description = "`list`, `dossier` or `series`; "
                + "more may come.", examples = "list") String type,
        @Schema(examples = "Was jetzt wichtig ist") @Nullable String description,
        @Nullable CollectionImageUse image,
        @Schema(
                required = true,
                description = "In the desk's order, with those that are not public") List<CollectedArticle> articles,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime updatedAt) {

    EditorialCollectionView {
        articles = List.copyOf(articles);
    }

    static EditorialCollectionView of(Site site, CollectionMetadata collection, List<ArticleLine> articles,
            PublicationZone zone) {
        return new EditorialCollectionView(collection.id(), site.slug(), collection.slug(), collection.name(),
                collection.type().word(),
                collection.description(), collection.image() == null ? null : CollectionImageUse.of(collection.image()),
                articles.stream().map(CollectedArticle::of).toList(), zone.toOffsetDateTime(collection.createdAt()),
                zone.toOffsetDateTime(collection.updatedAt()));
    }

    /** An article of a collection. A request may name it by id or by slug. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CollectedArticle", description = "An article of a collection")
    record CollectedArticle(
            @Schema(required = true, examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") UUID id,
            @Schema(required = true, examples = "erfolgreiches-zweites-treffen") String slug,
            @Schema(examples = "Erfolgreiches zweites Treffen") @Nullable String headline,
            @Schema(
                    required = true,
                    description = "What the public sees of it: `draft`, `published`, `unpublished` or `withdrawn`; more may "
                            + "come.",
                    examples = "published") String state) {

        static CollectedArticle of(ArticleLine article) {
            return new CollectedArticle(article.id(), article.slug(), article.headline(), article.state());
        }
    }

    /** The image of a collection with its overrides. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CollectionImageUse", description = "An image of the library; what is said here holds for this use alone")
    record CollectionImageUse(
            @Schema(required = true, examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") UUID id,
            @Schema(examples = "Der Marktplatz am Morgen") @Nullable String alt,
            @Schema(description = "It says nothing: its alternative text is empty on purpose") @Nullable Boolean decorative,
            @Schema(examples = "Der Marktplatz") @Nullable String caption,
            @Schema(examples = "Jo Baum") @Nullable String credit) {

        static CollectionImageUse of(CollectionMetadata.CollectionImage image) {
            var overrides = image.words();
            return new CollectionImageUse(image.id(),
                    Boolean.TRUE.equals(overrides.decorative()) ? null : overrides.alt(), overrides.decorative(),
                    overrides.caption(),
                    overrides.credit());
        }
    }
}
