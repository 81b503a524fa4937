package org.depesche.delivery.export;

import java.util.Optional;
import java.util.UUID;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.site.Site;

/**
 * What an export shall contain.
 *
 * @param hasCacheTags whether each article has its cache tags as a member
 * @param after the id after which the export begins; the lowest UUID for all articles
 */
record ExportQuery(Site site, DetailLevel view, boolean hasCacheTags, UUID after) {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    static ExportQuery of(Site site, DetailLevel view, boolean hasCacheTags, Optional<UUID> after) {
        return new ExportQuery(site, view, hasCacheTags, after.orElse(BEFORE_ALL));
    }

    ExportQuery continuedAfter(UUID last) {
        return new ExportQuery(site, view, hasCacheTags, last);
    }
}
