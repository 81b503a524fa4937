package org.depesche.content.article.rendered;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.MachineUseConverter;
import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code rendered_article}, with the JSON of one view.
 *
 * @param position the position of the change log that the reading statement saw
 * @param json null when this view is not stored, because it depends on the caller
 * @param isFree whether no view depends on the caller
 */
record StoredRendering(UUID article, long position, Origin origin, List<CacheTag> cacheTags, @Nullable Instant modifiedAt,
        byte @Nullable [] json, boolean isFree, Policy policy) {

    /**
     * The state from which the rendering was made.
     *
     * @param version the version of the renderer and its settings
     * @param sequence the position of the change log that was rendered
     * @param usableUntil when the rights of the first image expire; null if never
     * @param tags a later change with one of these cache tags outdates the rendering
     */
    record Origin(long version, long sequence, @Nullable Instant usableUntil, List<CacheTag> tags) {
    }

    /**
     * What machines may do with the article.
     *
     * @param slug the slug of the article, which is part of the URLs of its policy documents
     * @param json the policy; null when it states nothing
     */
    record Policy(String slug, @Nullable String json) {

        private static final MachineUseConverter JSON = new MachineUseConverter();

        MachineUse machineUse() {
            return JSON.convertToEntityAttribute(json);
        }
    }

    /** Returns the rendering for a request at another position of the change log. */
    StoredRendering at(long other) {
        return new StoredRendering(article, other, origin, cacheTags, modifiedAt, json, isFree, policy);
    }

    /** Returns the rendering as verified at its position, so that only later changes have to be looked up. */
    StoredRendering verified() {
        var since = new Origin(origin.version, position, origin.usableUntil, origin.tags);
        return new StoredRendering(article, position, since, cacheTags, modifiedAt, json, isFree, policy);
    }

    /** Reads tags that are separated by spaces. */
    static List<CacheTag> tags(@Nullable String text) {
        var tags = new ArrayList<CacheTag>();
        if (text != null && !text.isEmpty()) {
            var start = 0;
            for (var end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', start)) {
                tags.add(new CacheTag(text.substring(start, end)));
                start = end + 1;
            }
            tags.add(new CacheTag(text.substring(start)));
        }
        return tags;
    }
}
