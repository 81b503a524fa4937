package org.depesche.content.category;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.site.Site;

/** The newest articles of many categories at once; plugged in by the room that has articles. */
public interface LatestArticles {

    /** Cards by category, in a number of statements that does not depend on how many are asked for. */
    Map<UUID, List<?>> latest(Site site, Collection<UUID> categories, int limit);
}
