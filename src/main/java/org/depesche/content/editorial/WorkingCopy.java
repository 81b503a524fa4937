package org.depesche.content.editorial;

import java.time.Instant;
import java.util.Optional;

import org.depesche.content.model.ArticleContent;

/** The last saved content of an article, and its metadata. */
public record WorkingCopy(WorkingCopyMetadata metadata, ArticleContent content) {

    /** Returns the time of publication that the desk has set, or else the time of the first publication. */
    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(content.distribution().publishedAt()).or(metadata.publication()::firstPublishedAt);
    }
}
