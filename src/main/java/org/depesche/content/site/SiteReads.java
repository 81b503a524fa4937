package org.depesche.content.site;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** Begins requests for public content of a site. */
@ApplicationScoped
public class SiteReads {

    private final ChangeLogPositionTracker positions;
    private final Sites sites;
    private final QueryParameters inputs;

    SiteReads(ChangeLogPositionTracker positions, Sites sites, QueryParameters inputs) {
        this.positions = positions;
        this.sites = sites;
        this.inputs = inputs;
    }

    /**
     * Reads the position of the change log before anything else, and returns the site of the parameter {@code site}, or the
     * default site. An unknown site is reported together with the request's other errors.
     */
    public Site begin(@Nullable String slug) {
        positions.readAndRecord();
        return sites.requested(inputs, slug);
    }
}
