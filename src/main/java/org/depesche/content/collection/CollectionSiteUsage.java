package org.depesche.content.collection;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Site;
import org.depesche.content.site.SiteUsageCheck;

/** Prevents the deletion of a site that has collections. */
@ApplicationScoped
class CollectionSiteUsage implements SiteUsageCheck {

    private final CollectionRepository collections;

    CollectionSiteUsage(CollectionRepository collections) {
        this.collections = collections;
    }

    @Override
    public Optional<String> blockingUse(Site site) {
        var count = collections.countForShare(site.id());
        return count == 0 ? Optional.empty() : Optional.of("collections are on it: " + count);
    }
}
