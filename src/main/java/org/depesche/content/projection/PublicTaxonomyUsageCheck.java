package org.depesche.content.projection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.TaxonomyUsageCheck;

/** Checks whether public articles of any site are in a category or its descendants, or have a tag or an author. */
@ApplicationScoped
class PublicTaxonomyUsageCheck implements TaxonomyUsageCheck {

    private static final List<ListKind> KINDS = List.of(ListKind.CATEGORY, ListKind.TAG, ListKind.AUTHOR);

    private final Sites sites;
    private final ListRegistry listings;

    PublicTaxonomyUsageCheck(Sites sites, ListRegistry listings) {
        this.sites = sites;
        this.listings = listings;
    }

    @Override
    public Optional<String> blockingUse(Collection<UUID> ids) {
        var largest = sites.all().stream()
                .flatMap(site -> KINDS.stream().flatMap(kind -> listings.sizes(site.id(), kind, ids).values().stream()))
                .mapToLong(size -> size).max();
        return largest.isEmpty() ? Optional.empty() : Optional.of("public articles name it: " + largest.getAsLong());
    }
}
