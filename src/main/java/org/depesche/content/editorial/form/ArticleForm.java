package org.depesche.content.editorial.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.depesche.content.body.html.Warning;
import org.depesche.content.image.ImageOverrides;
import org.depesche.content.image.form.ImageForm;
import org.depesche.content.model.ArticleContent;
import org.depesche.kernel.Slug;
import org.depesche.platform.problem.InputError;
import org.jspecify.annotations.Nullable;

/**
 * An article as a client sent it: validated and sanitized, its references not yet resolved. A form with errors is incomplete.
 *
 * @param content the members without references; {@code references} and {@code placements} have those
 * @param language absent: the language of the home site
 * @param slug absent: the slug is made from the headline
 * @param updatedAt the time of the last change, as an import states it
 */
public record ArticleForm(ArticleContent content, Placements placements, References references, @Nullable String language,
        @Nullable String slug,
        @Nullable Instant updatedAt, List<InputError> errors, List<Warning> warnings) {

    private static final String FALLBACK_SLUG = "article";

    public ArticleForm {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Returns the form of a record that is no article. */
    public static ArticleForm unreadable(List<InputError> errors) {
        var nothing = new ArticleContent(new ArticleContent.Classification("", "", "", false, List.of(), List.of(), List.of()),
                ArticleContent.Story.EMPTY, ArticleContent.Attribution.NONE, ArticleContent.Distribution.NONE);
        return new ArticleForm(nothing, new Placements(null, List.of(), List.of()),
                new References(List.of(), List.of(), null, Map.of(), Map.of(), Map.of()), null, null, null, errors, List.of());
    }

    /** Returns the key that reports of an import show for a record: its origin, else its slug, else its headline. */
    public Optional<String> displayKey() {
        var origin = content.distribution().origin();
        if (origin != null) {
            return Optional.of(origin.system() + ":" + origin.id());
        }
        return Optional.ofNullable(slug).or(() -> Optional.ofNullable(content.story().headline()));
    }

    /** Returns the slug made from the headline, where the form names no slug. */
    public Optional<String> derivedSlug() {
        return slug != null ? Optional.empty()
                : Optional.ofNullable(content.story().headline()).map(headline -> Slug.from(headline, FALLBACK_SLUG));
    }

    /** Returns the texts to write back to registered images, by the id of the image. */
    public Map<UUID, ImageOverrides> textsToWriteBack() {
        return references.images().values().stream().filter(ImageForm::isWrittenBack)
                .collect(Collectors.toMap(image -> Objects.requireNonNull(image.id()), ImageForm::overrides));
    }

    /** The sites and categories that the form names. */
    public record Placements(@Nullable FormReference category, List<FormReference> categories, List<PlacementForm> bySite) {

        public boolean isSpecified() {
            return category != null || !categories.isEmpty() || !bySite.isEmpty();
        }
    }

    /** A site and the category on it. */
    record PlacementForm(FormReference site, FormReference category) {
    }

    /**
     * The references of an article.
     *
     * @param images by their placeholders in the content
     * @param imagePointers the JSON pointer of each image, by placeholder
     * @param articles linked articles, by their placeholders in the body
     */
    record References(List<FormReference> tags, List<FormReference> authors, @Nullable FormReference translationOf,
            Map<UUID, ImageForm> images,
            Map<UUID, String> imagePointers, Map<UUID, FormReference> articles) {
    }
}
