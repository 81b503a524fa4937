package org.depesche.content.projection;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.BodyReferences;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.model.PublishedContent;
import org.depesche.content.model.SerializedBody;
import org.depesche.content.site.Site;

/**
 * A public article, as the projection stores it.
 * @param body empty when the body was not loaded
 */
public record PublishedArticle(UUID id, long serial, String slug, int revision, Instant publishedAt, Instant updatedAt,
        Instant changedAt,
        PublishedContent publishedContent, List<Block> body) {

    /** Returns the article that results from publishing a snapshot. */
    public static PublishedArticle of(ArticleSnapshot snapshot) {
        var content = snapshot.content();
        var counted = SerializedBody.wordCount(content.story().body());
        return new PublishedArticle(snapshot.id(), snapshot.serial(), snapshot.slug(), snapshot.revision(),
                snapshot.publishedAt(),
                snapshot.updatedAt(), snapshot.at(),
                new PublishedContent(content.asPublic(), counted.words(), counted.readingMinutes()), content.story().body());
    }

    /** Returns the same article with another body. */
    public PublishedArticle withBody(List<Block> otherBody) {
        return new PublishedArticle(id, serial, slug, revision, publishedAt, updatedAt, changedAt, publishedContent, otherBody);
    }

    /** Returns the content without the body, which is stored separately. */
    public ArticleContent content() {
        return publishedContent.content();
    }

    /** Returns the id of the original: a translation names its original, and an original is its own group. */
    public UUID translationGroup() {
        var original = content().distribution().translationOf();
        return original == null ? id : original;
    }

    /** Returns whether the article has a placement on the site. */
    public boolean isOn(Site site) {
        return content().classification().placements().stream().anyMatch(placement -> placement.site().equals(site.id()));
    }

    public Optional<UUID> leadImage() {
        var image = content().story().image();
        return image == null ? Optional.empty() : Optional.of(image.id());
    }

    /** Returns all images of the article: its lead image and those in its body. */
    public Set<UUID> images() {
        var images = new LinkedHashSet<UUID>();
        leadImage().ifPresent(images::add);
        images.addAll(BodyReferences.of(body).images());
        return images;
    }
}
