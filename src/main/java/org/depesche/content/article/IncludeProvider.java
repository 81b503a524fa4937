package org.depesche.content.article;

import java.util.List;
import java.util.Map;

import org.depesche.content.site.Site;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;

import com.fasterxml.jackson.databind.JsonNode;

/** A part of an article that {@code include} adds and another room renders. Each such room implements this interface. */
public interface IncludeProvider {

    /** The value of {@code include} and the name of the added member. */
    String name();

    /** The query parameters that have an effect with this part alone. */
    List<WithDefault<?>> parameters();

    /** Checks the parameters before anything is read. Errors are added to the query parameters. */
    Renderer prepare(QueryParameters inputs, Map<String, String> parameters);

    /** Renders the part within the transaction that reads the article. */
    interface Renderer {
        JsonNode render(Site site, ArticleAttributes article);
    }
}
