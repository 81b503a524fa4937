package org.depesche.content.model;

import java.time.Instant;
import java.util.UUID;

/**
 * One revision of an article as it goes public.
 *
 * @param publishedAt the first publication; it orders lists
 * @param updatedAt the last change that readers are told of
 * @param at now: when the representation changes
 * @param correction this publication appends a public correction (change type {@code article.corrected})
 */
public record ArticleSnapshot(UUID id, String slug, int revision, Instant publishedAt, Instant updatedAt, Instant at,
        ArticleContent content, boolean correction) {
}
