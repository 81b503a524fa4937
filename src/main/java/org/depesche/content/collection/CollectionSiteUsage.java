package org.depesche.content.collection;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Site;
import org.depesche.content.site.SiteUsageCheck;
import org.jdbi.v3.core.Jdbi;

/** Prevents the deletion of a site that has collections. */
@ApplicationScoped
class CollectionSiteUsage implements SiteUsageCheck {

    private final Jdbi jdbi;

    CollectionSiteUsage(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<String> blockingUse(Site site) {
        var count = jdbi.withHandle(handle -> handle
                .createQuery("select id from collection where site_id = ? lock in share mode").bind(0, site.id())
                .mapTo(UUID.class).list()).size();
        return count == 0 ? Optional.empty() : Optional.of("collections are on it: " + count);
    }
}
