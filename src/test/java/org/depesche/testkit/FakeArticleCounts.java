package org.depesche.testkit;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Sites;
import org.depesche.platform.http.cache.ResponseCache;
import org.jdbi.v3.core.Jdbi;

/** Lets categories, tags and authors look as if published articles of the default site used it, without any article. */
@ApplicationScoped
public class FakeArticleCounts {

    private final Jdbi jdbi;
    private final Sites sites;
    private final ResponseCache cache;

    FakeArticleCounts(Jdbi jdbi, Sites sites, ResponseCache cache) {
        this.jdbi = jdbi;
        this.sites = sites;
        this.cache = cache;
    }

    public void category(UUID id, int articles) {
        use("c", id, articles);
    }

    public void tag(UUID id, int articles) {
        use("t", id, articles);
    }

    public void author(UUID id, int articles) {
        use("w", id, articles);
    }

    public void image(UUID id, int articles) {
        use("p", id, articles);
    }

    private void use(String kind, UUID id, int articles) {
        var site = sites.defaultSite().id();
        jdbi.useHandle(handle -> handle.createUpdate("insert into published_list (site_id, kind, value, size)"
                + " values (?, ?, ?, ?) on duplicate key update size = values(size)")
                .bind(0, site).bind(1, kind).bind(2, id).bind(3, articles).execute());
        cache.resetTo(cache.position()); // no change entry tells of it
    }
}
