package org.depesche.content.editorial.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.depesche.content.image.Image;
import org.depesche.platform.problem.InputError;
import org.jspecify.annotations.Nullable;

/**
 * A form with its references looked up. Each reference exists, can be created, or has an error.
 *
 * @param tags slugs of existing tags, names of tags to create
 * @param authors slugs of existing authors, names of authors to create
 * @param leadImage the lead image if it was registered before
 * @param articles the linked articles, by their placeholders in the body
 */
public record ResolvedForm(ArticleForm form, PlacementResolver.ResolvedPlacements placements, List<String> tags,
        List<String> authors, @Nullable Image leadImage, Map<UUID, UUID> articles, @Nullable UUID translationOf,
        List<InputError> errors) {

    public ResolvedForm {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
        articles = Map.copyOf(articles);
        errors = List.copyOf(errors);
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    /** Returns the same form with an error at its {@code translationOf}, which leads back to the article. */
    ResolvedForm withCircularTranslation() {
        return withError(Objects.requireNonNull(form.references().translationOf())
                .error("An article cannot be a translation of itself or of one of its translations."));
    }

    /** Returns the same form with an error at a link in the body, which leads to the article itself. */
    ResolvedForm withSelfLink(UUID placeholder) {
        return withError(Objects.requireNonNull(form.references().articles().get(placeholder))
                .error("An article cannot link to itself."));
    }

    private ResolvedForm withError(InputError error) {
        var all = new ArrayList<>(errors);
        all.add(error);
        return new ResolvedForm(form, placements, tags, authors, leadImage, articles, translationOf, all);
    }
}
