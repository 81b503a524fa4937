package org.depesche.content.category;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.site.Site;

/** Reads the newest articles of many categories. The package with the articles implements it. */
public interface LatestArticles {

    /** Returns cards by category. The number of statements does not depend on the number of categories. */
    Map<UUID, List<?>> latest(Site site, Collection<UUID> categories, int limit);
}
