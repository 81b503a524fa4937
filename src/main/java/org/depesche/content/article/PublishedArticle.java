package org.depesche.content.article;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.BodyReferences;
import org.depesche.content.site.Site;

/**
 * One article as the projection holds it.
 *
 * @param body empty also where it was not asked for
 */
record PublishedArticle(UUID id, String slug, int revision, Instant publishedAt, Instant updatedAt, Instant changedAt,
        PublishedDocument document, List<Block> body) {

    /** The snapshot as the projection holds it. */
    static PublishedArticle of(Snapshot snapshot) {
        var content = snapshot.content();
        var counted = PreparedBody.counted(content.body());
        return new PublishedArticle(snapshot.id(), snapshot.slug(), snapshot.revision(), snapshot.publishedAt(),
                snapshot.updatedAt(), snapshot.at(),
                new PublishedDocument(content.asPublic(), counted.words(), counted.readingMinutes()), content.body());
    }

    /** The content as stored: without the body, which stands beside it. */
    ArticleContent content() {
        return document.content();
    }

    /** The id of the original: a translation names it, an original is its own. */
    UUID translationGroup() {
        var original = content().translationOf();
        return original == null ? id : original;
    }

    boolean isOn(Site site) {
        return content().placements().stream().anyMatch(placement -> placement.site().equals(site.id()));
    }

    /** Every picture it shows: its lead image and those in its body. */
    Set<UUID> images() {
        var images = new LinkedHashSet<UUID>();
        if (content().image() != null) {
            images.add(content().image().id());
        }
        images.addAll(BodyReferences.of(body).images());
        return images;
    }
}
