package org.depesche.content.category;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Site;
import org.depesche.content.site.SiteUsageCheck;

/** Prevents the deletion of a site with categories. Without categories, a site contains no articles. */
@ApplicationScoped
class CategorySiteUsage implements SiteUsageCheck {

    private final CategoryRepository repository;

    CategorySiteUsage(CategoryRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<String> blockingUse(Site site) {
        var count = repository.listForUpdate(site.id()).size();
        return count == 0 ? Optional.empty() : Optional.of("categories are on it: " + count);
    }
}
