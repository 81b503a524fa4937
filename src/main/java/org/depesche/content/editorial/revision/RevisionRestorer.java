package org.depesche.content.editorial.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.author.Authors;
import org.depesche.content.body.BodyReferences;
import org.depesche.content.body.ImageReference;
import org.depesche.content.body.html.Warning;
import org.depesche.content.editorial.ContentWithers;
import org.depesche.content.editorial.WorkingCopies;
import org.depesche.content.editorial.form.PlacementChecker;
import org.depesche.content.editorial.form.ReferenceResolver;
import org.depesche.content.image.Images;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleContent.Placement;
import org.depesche.content.tag.Tags;
import org.jspecify.annotations.Nullable;

/** Finds what is left of all that a former revision refers to: what no revision in use names may be deleted. */
@ApplicationScoped
class RevisionRestorer {

    private final PlacementChecker placementChecker;
    private final Tags tags;
    private final Authors authors;
    private final Images images;
    private final WorkingCopies copies;

    RevisionRestorer(PlacementChecker places, Tags tags, Authors authors, Images images, WorkingCopies copies) {
        this.placementChecker = places;
        this.tags = tags;
        this.authors = authors;
        this.images = images;
        this.copies = copies;
    }

    RestoredRevision restore(ArticleContent then) {
        var warnings = new ArrayList<Warning>();
        var there = images.byIds(imageIds(then)).keySet();
        var articles = existingArticles(then);
        var content = ContentWithers.withReferences(then, existingPlacements(then.placements(), warnings),
                existingImage(then.image(), there, warnings),
                retainExisting(then.tags(), tags.byIds(then.tags()).keySet(), "/tags/", "The tag is no more.", warnings),
                retainExisting(then.authors(), authors.byIds(then.authors()).keySet(), "/authors/", "The author is no more.",
                        warnings),
                new BodyRestorer(there, articles, warnings).restore(then.body(), "/body/"),
                existingTranslation(then.translationOf(), articles, warnings));
        return new RestoredRevision(content, warnings);
    }

    /** A further category takes the place of a home category that is gone, as it does where none was named. */
    private List<Placement> existingPlacements(List<Placement> then, List<Warning> warnings) {
        var kept = new ArrayList<Placement>();
        for (var i = 0; i < then.size(); i++) {
            var placement = then.get(i);
            var all = new LinkedHashSet<UUID>(List.of(placement.category()));
            all.addAll(placement.further());
            var left = new ArrayList<>(
                    all.stream().filter(category -> placementChecker.exists(placement.site(), category)).toList());
            if (left.size() < all.size()) {
                warnings.add(new Warning("/placements/" + i, left.contains(placement.category())
                        ? "A further category is no more."
                        : "The category is no more."));
            }
            if (!left.isEmpty()) {
                kept.add(new Placement(placement.site(), left.remove(0), left));
            }
        }
        return kept;
    }

    private static @Nullable ImageReference existingImage(@Nullable ImageReference then, Set<UUID> there,
            List<Warning> warnings) {
        if (then == null || there.contains(then.id())) {
            return then;
        }
        warnings.add(new Warning("/image", "The image is no more."));
        return null;
    }

    private static List<UUID> retainExisting(List<UUID> then, Set<UUID> there, String pointer, String gone,
            List<Warning> warnings) {
        for (var i = 0; i < then.size(); i++) {
            if (!there.contains(then.get(i))) {
                warnings.add(new Warning(pointer + i, gone));
            }
        }
        return then.stream().filter(there::contains).toList();
    }

    private static @Nullable UUID existingTranslation(@Nullable UUID then, Set<UUID> there, List<Warning> warnings) {
        if (then == null || there.contains(then)) {
            return then;
        }
        warnings.add(new Warning("/translationOf", "The article is no more."));
        return null;
    }

    private static Set<UUID> imageIds(ArticleContent then) {
        var ids = new HashSet<>(BodyReferences.of(then.body()).images());
        Optional.ofNullable(then.image()).map(ImageReference::id).ifPresent(ids::add);
        return ids;
    }

    private Set<UUID> existingArticles(ArticleContent then) {
        var ids = ReferenceResolver.linkedArticles(then);
        return ids.isEmpty() ? Set.of() : copies.currentSlugs(ids).keySet();
    }

    /**
     * A former content without what is gone since.
     *
     * @param warnings what was dropped, each where it stood
     */
    record RestoredRevision(ArticleContent content, List<Warning> warnings) {

        RestoredRevision {
            warnings = List.copyOf(warnings);
        }
    }
}
