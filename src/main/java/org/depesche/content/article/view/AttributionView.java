package org.depesche.content.article.view;

import java.net.URI;

import org.depesche.content.site.Site;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The attribution that a partner has to show beside an article.
 * @param url the article at its home, or else the site
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttributionView(String name, @Nullable URI url, @Nullable URI logo) {

    /** Returns the attribution of an article on a site. */
    static AttributionView of(Site site, @Nullable URI articleUrl, SyndicationConfig config) {
        return new AttributionView(site.name(), articleUrl == null ? site.url() : articleUrl, config.logo().orElse(null));
    }
}
