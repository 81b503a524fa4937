package org.depesche.content.category;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.site.Site;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** Reads the newest articles of many categories. The package of the articles implements it. */
public interface LatestArticles {

    /** Parses the parameters before anything is read. Errors are added to the query parameters. */
    Reader prepare(QueryParameters inputs, Site site, LatestParameters given);

    /** Reads the newest articles of categories. */
    interface Reader {

        /** Returns articles by category. The number of statements does not depend on the number of categories. */
        Map<UUID, List<?>> latest(Collection<UUID> categories);
    }

    /**
     * The number of articles, their view, and the filters of article lists as the client sent them.
     *
     * @param view {@code card}, {@code summary} or {@code full}
     */
    record LatestParameters(int limit, String view, @Nullable String language, @Nullable String excludeCollection,
            @Nullable String advertising, @Nullable String hasImage, ImagePresentation images) {
    }
}
