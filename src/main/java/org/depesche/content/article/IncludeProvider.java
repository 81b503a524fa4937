package org.depesche.content.article;

import java.util.List;
import java.util.Map;

import org.depesche.content.site.Site;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Renders one value of {@code include} for single articles, such as {@code related} or {@code jsonLd}. The package that has the
 * data of a part implements it.
 */
public interface IncludeProvider {

    /** The value of {@code include} and the name of the added member. */
    String name();

    /** The query parameters that only this part uses. Without the part, any value but the default is an error. */
    List<WithDefault<?>> parameters();

    /** Parses the parameters before anything is read. Errors are added to the query parameters. */
    Renderer prepare(QueryParameters inputs, Map<String, String> parameters);

    /** Renders the part within the transaction that reads the article. */
    interface Renderer {
        JsonNode render(Site site, ArticleAttributes article);
    }
}
