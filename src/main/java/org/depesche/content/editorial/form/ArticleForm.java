package org.depesche.content.editorial.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.body.html.Warning;
import org.depesche.content.image.ImageForm;
import org.depesche.content.model.ArticleContent;
import org.depesche.kernel.Slug;
import org.depesche.platform.problem.InputError;
import org.jspecify.annotations.Nullable;

/**
 * An article as somebody wrote it: read, measured and cleaned, its names not yet looked up. With mistakes it is for telling
 * them only.
 *
 * @param words everything that stands for itself; what it refers to is still missing there
 * @param language absent: the site's
 * @param slug absent: made from the headline
 * @param updatedAt what an import says of the last change
 */
public record ArticleForm(ArticleContent content, Placements placements, References references, @Nullable String language,
        @Nullable String slug,
        @Nullable Instant updatedAt, List<InputError> errors, List<Warning> warnings) {

    private static final String FALLBACK_SLUG = "article";

    public ArticleForm {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Of what is no article at all. */
    public static ArticleForm unreadable(List<InputError> errors) {
        var nothing = new ArticleContent("", "", "", null, null, null, null, List.of(), null, null, List.of(), List.of(), null,
                false, null, List.of(), List.of(), List.of(), null, null, List.of(), null, null, null);
        return new ArticleForm(nothing, new Placements(null, List.of(), List.of()),
                new References(List.of(), List.of(), null, Map.of(), Map.of(), Map.of()), null, null, null, errors, List.of());
    }

    /** By what a person finds it again: origin, else slug, else headline. */
    public Optional<String> displayKey() {
        var origin = content.origin();
        if (origin != null) {
            return Optional.of(origin.system() + ":" + origin.id());
        }
        return Optional.ofNullable(slug).or(() -> Optional.ofNullable(content.headline()));
    }

    /** The slug made from the headline, where the form names no slug. */
    public Optional<String> derivedSlug() {
        return slug != null ? Optional.empty()
                : Optional.ofNullable(content.headline()).map(headline -> Slug.from(headline, FALLBACK_SLUG));
    }

    /** The sites and categories that the form names. */
    public record Placements(@Nullable FormReference category, List<FormReference> categories, List<PlacementForm> bySite) {

        public boolean isSpecified() {
            return category != null || !categories.isEmpty() || !bySite.isEmpty();
        }
    }

    /** @param site slug of the site, with the category on it */
    record PlacementForm(FormReference site, FormReference category) {
    }

    /**
     * What it refers to.
     *
     * @param images by the ids that stand for them in the content until they are registered
     * @param imagePlaces where each of them is named
     * @param articles by the ids that stand for them in the body until they are found
     */
    record References(List<FormReference> tags, List<FormReference> authors, @Nullable FormReference translationOf,
            Map<UUID, ImageForm> images,
            Map<UUID, String> imagePointers, Map<UUID, FormReference> articles) {
    }
}
