package org.depesche.content.editorial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleContent;
import org.depesche.content.article.ArticleContent.Placement;
import org.depesche.content.author.Authors;
import org.depesche.content.body.BodyReferences;
import org.depesche.content.body.ImageUse;
import org.depesche.content.body.Warning;
import org.depesche.content.image.Images;
import org.depesche.content.tag.Tags;
import org.jspecify.annotations.Nullable;

/** Finds what is left of all that a former revision refers to: what no revision in use names may be deleted. */
@ApplicationScoped
class Survivors {

    private final StandingPlaces places;
    private final Tags tags;
    private final Authors authors;
    private final Images images;
    private final WorkingCopies copies;

    Survivors(StandingPlaces places, Tags tags, Authors authors, Images images, WorkingCopies copies) {
        this.places = places;
        this.tags = tags;
        this.authors = authors;
        this.images = images;
        this.copies = copies;
    }

    Surviving of(ArticleContent then) {
        var warnings = new ArrayList<Warning>();
        var there = images.byIds(images(then)).keySet();
        var articles = articles(then);
        var content = Amended.references(then, placements(then.placements(), warnings),
                image(then.image(), there, warnings),
                kept(then.tags(), tags.byIds(then.tags()).keySet(), "/tags/", "The tag is no more.", warnings),
                kept(then.authors(), authors.byIds(then.authors()).keySet(), "/authors/", "The author is no more.", warnings),
                new SurvivingBody(there, articles, warnings).of(then.body(), "/body/"),
                translationOf(then.translationOf(), articles, warnings));
        return new Surviving(content, warnings);
    }

    /** A further category takes the place of a home category that is gone, as it does where none was named. */
    private List<Placement> placements(List<Placement> then, List<Warning> warnings) {
        var kept = new ArrayList<Placement>();
        for (var i = 0; i < then.size(); i++) {
            var placement = then.get(i);
            var all = new LinkedHashSet<UUID>(List.of(placement.category()));
            all.addAll(placement.further());
            var left = new ArrayList<>(all.stream().filter(category -> places.isThere(placement.site(), category)).toList());
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

    private static @Nullable ImageUse image(@Nullable ImageUse then, Set<UUID> there, List<Warning> warnings) {
        if (then == null || there.contains(then.id())) {
            return then;
        }
        warnings.add(new Warning("/image", "The image is no more."));
        return null;
    }

    private static List<UUID> kept(List<UUID> then, Set<UUID> there, String pointer, String gone, List<Warning> warnings) {
        for (var i = 0; i < then.size(); i++) {
            if (!there.contains(then.get(i))) {
                warnings.add(new Warning(pointer + i, gone));
            }
        }
        return then.stream().filter(there::contains).toList();
    }

    private static @Nullable UUID translationOf(@Nullable UUID then, Set<UUID> there, List<Warning> warnings) {
        if (then == null || there.contains(then)) {
            return then;
        }
        warnings.add(new Warning("/translationOf", "The article is no more."));
        return null;
    }

    private static Set<UUID> images(ArticleContent then) {
        var ids = new HashSet<>(BodyReferences.of(then.body()).images());
        Optional.ofNullable(then.image()).map(ImageUse::id).ifPresent(ids::add);
        return ids;
    }

    private Set<UUID> articles(ArticleContent then) {
        var ids = References.linked(then);
        return ids.isEmpty() ? Set.of() : copies.slugs(ids).keySet();
    }
}
