package org.depesche.content.category;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Site;
import org.depesche.content.site.SiteUse;

/** A site with categories stays; without any, no article can be placed on it. */
@ApplicationScoped
class SiteCategories implements SiteUse {

    private final CategoryRepository repository;

    SiteCategories(CategoryRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<String> of(Site site) {
        var count = repository.locked(site.id()).size();
        return count == 0 ? Optional.empty() : Optional.of("categories are on it: " + count);
    }
}
