package org.depesche.content.model;

import java.time.Instant;
import java.util.UUID;

/**
 * One revision of an article that is published.
 *
 * @param serial the number beside the id, which is given once
 * @param publishedAt the time of the first publication; lists are sorted by it
 * @param updatedAt the time of the last change that readers see
 * @param at the time of this publication
 * @param correction this publication appends a public correction (change type {@code article.corrected})
 */
public record ArticleSnapshot(UUID id, long serial, String slug, int revision, Instant publishedAt, Instant updatedAt,
        Instant at,
        ArticleContent content, boolean correction) {
}
