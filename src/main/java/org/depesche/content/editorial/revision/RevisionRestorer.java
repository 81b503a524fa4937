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
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.editorial.form.CircularReferences;
import org.depesche.content.editorial.form.PlacementChecker;
import org.depesche.content.editorial.form.ReferenceResolver;
import org.depesche.content.image.Images;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleContent.Placement;
import org.depesche.content.tag.Tags;
import org.jspecify.annotations.Nullable;

/** Removes references from a former revision to things that no longer exist. */
@ApplicationScoped
class RevisionRestorer {

    private final PlacementChecker placementChecker;
    private final Tags tags;
    private final Authors authors;
    private final Images images;
    private final WorkingCopyRepository copies;
    private final CircularReferences circles;

    RevisionRestorer(PlacementChecker places, Tags tags, Authors authors, Images images, WorkingCopyRepository copies,
            CircularReferences circles) {
        this.placementChecker = places;
        this.tags = tags;
        this.authors = authors;
        this.images = images;
        this.copies = copies;
        this.circles = circles;
    }

    RestoredRevision restore(UUID article, ArticleContent former) {
        // The order of the look-ups is the order of the warnings in the response.
        var warnings = new ArrayList<Warning>();
        var images = this.images.byIds(imageIds(former)).keySet();
        var articles = existingArticles(former);
        var placements = existingPlacements(former.classification().placements(), warnings);
        var image = existingImage(former.story().image(), images, warnings);
        var classification = former.classification().withReferences(placements,
                existingTags(former.classification().tags(), warnings),
                existingAuthors(former.classification().authors(), warnings));
        var body = new BodyRestorer(images, articles, warnings).restore(former.story().body(), "/body/");
        var translationOf = existingTranslation(article, former.distribution().translationOf(), articles, warnings);
        return new RestoredRevision(new ArticleContent(classification, former.story().withImage(image).withBody(body),
                former.attribution(), former.distribution().withTranslationOf(translationOf)), warnings);
    }

    private List<UUID> existingTags(List<UUID> former, List<Warning> warnings) {
        return retainExisting(former, tags.byIds(former).keySet(), "/tags/", "The tag is no more.", warnings);
    }

    private List<UUID> existingAuthors(List<UUID> former, List<Warning> warnings) {
        return retainExisting(former, authors.byIds(former).keySet(), "/authors/", "The author is no more.", warnings);
    }

    /** Replaces a home category that was deleted by one of the further categories. */
    private List<Placement> existingPlacements(List<Placement> former, List<Warning> warnings) {
        var retained = new ArrayList<Placement>();
        for (var i = 0; i < former.size(); i++) {
            var placement = former.get(i);
            var all = new LinkedHashSet<UUID>(List.of(placement.category()));
            all.addAll(placement.further());
            var remaining = new ArrayList<>(
                    all.stream().filter(category -> placementChecker.exists(placement.site(), category)).toList());
            if (remaining.size() < all.size()) {
                warnings.add(new Warning("/placements/" + i, remaining.contains(placement.category())
                        ? "A further category is no more."
                        : "The category is no more."));
            }
            if (!remaining.isEmpty()) {
                retained.add(new Placement(placement.site(), remaining.remove(0), remaining));
            }
        }
        return retained;
    }

    private static @Nullable ImageReference existingImage(@Nullable ImageReference former, Set<UUID> existing,
            List<Warning> warnings) {
        if (former == null || existing.contains(former.id())) {
            return former;
        }
        warnings.add(new Warning("/image", "The image is no more."));
        return null;
    }

    private static List<UUID> retainExisting(List<UUID> former, Set<UUID> existing, String pointer, String detail,
            List<Warning> warnings) {
        for (var i = 0; i < former.size(); i++) {
            if (!existing.contains(former.get(i))) {
                warnings.add(new Warning(pointer + i, detail));
            }
        }
        return former.stream().filter(existing::contains).toList();
    }

    private @Nullable UUID existingTranslation(UUID article, @Nullable UUID former, Set<UUID> existing,
            List<Warning> warnings) {
        if (former == null) {
            return null;
        }
        if (!existing.contains(former)) {
            warnings.add(new Warning("/translationOf", "The article is no more."));
            return null;
        }
        if (circles.isCircular(article, former)) {
            warnings.add(new Warning("/translationOf", "The article is this one, or a translation of it by now."));
            return null;
        }
        return former;
    }

    private static Set<UUID> imageIds(ArticleContent former) {
        var ids = new HashSet<>(BodyReferences.of(former.story().body()).images());
        Optional.ofNullable(former.story().image()).map(ImageReference::id).ifPresent(ids::add);
        return ids;
    }

    private Set<UUID> existingArticles(ArticleContent former) {
        var ids = ReferenceResolver.linkedArticles(former);
        return ids.isEmpty() ? Set.of() : copies.currentSlugs(ids).keySet();
    }

    /**
     * A former content without references to things that no longer exist.
     *
     * @param warnings the dropped references, each with its JSON pointer
     */
    record RestoredRevision(ArticleContent content, List<Warning> warnings) {

        RestoredRevision {
            warnings = List.copyOf(warnings);
        }
    }
}
