package org.depesche.content.article;

import java.util.Map;

import org.depesche.content.site.Site;
import org.depesche.platform.http.request.QueryParameters;

import com.fasterxml.jackson.databind.JsonNode;

/** A part that {@code include} adds to one article and that a room above makes: it plugs in here. */
public interface IncludeProvider {

    /** The word of {@code include} and the member it adds; its query parameters begin with it. */
    String name();

    /** Checks its parameters before anything is read; mistakes go to the inputs. */
    Renderer prepare(QueryParameters inputs, Map<String, String> parameters);

    /** Makes the part inside the read transaction of the article it is added to. */
    interface Renderer {
        JsonNode render(Site site, ArticleAttributes article);
    }
}
