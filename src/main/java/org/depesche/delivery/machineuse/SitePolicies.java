package org.depesche.delivery.machineuse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.category.Categories;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.TdmReservation;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.delivery.machineuse.format.TdmPolicyWriter;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Reads the machine-use policies of sites and of their categories. Each call is one transaction. */
@ApplicationScoped
@Transactional
class SitePolicies {

    private final Sites sites;
    private final Categories categories;
    private final ChangeLogPositionTracker positions;
    private final ResponseMetadata metadata;
    private final AbsoluteUrls urls;

    SitePolicies(Sites sites, Categories categories, ChangeLogPositionTracker positions, ResponseMetadata metadata,
            AbsoluteUrls urls) {
        this.sites = sites;
        this.categories = categories;
        this.positions = positions;
        this.metadata = metadata;
        this.urls = urls;
    }

    /** The policy of a site, and those of its categories that differ from it. */
    SitePolicy ofSite(String slug) {
        positions.readAndRecord();
        var site = sites.bySlug(slug).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, sites.unknown(slug)));
        metadata.cacheTag(CacheTag.site(site.id()));
        metadata.cacheTag(CacheTag.SITES);
        metadata.cacheTag(CacheTag.CATEGORIES);
        var policy = site.machineUse().effective();
        var differing = new ArrayList<CategoryPolicy>();
        var tree = categories.tree(site);
        tree.all().forEach(category -> {
            var own = tree.machineUse(category.id()).over(site.machineUse()).effective();
            if (!own.equals(policy)) {
                differing.add(new CategoryPolicy(category.slug(), own));
            }
        });
        return new SitePolicy(site, policy, differing);
    }

    /** The policies of all sites, without those of their categories. */
    List<SitePolicy> all() {
        positions.readAndRecord();
        metadata.cacheTag(CacheTag.SITES);
        return sites.all().stream().map(site -> new SitePolicy(site, site.machineUse().effective(), List.of())).toList();
    }

    /** The site and those of its categories for which a licence is offered. */
    List<TdmPolicyWriter.Target> offers(SitePolicy site) {
        var offers = new ArrayList<TdmPolicyWriter.Target>();
        if (offersLicence(site.policy())) {
            offers.add(new TdmPolicyWriter.Target(address(site.site()), site.policy()));
        }
        site.categories().stream().filter(category -> offersLicence(category.policy()))
                .forEach(category -> offers.add(new TdmPolicyWriter.Target(
                        site.site().categoryAddress(category.slug())
                                .orElseGet(() -> urls.of("/v1/categories/" + category.slug())),
                        category.policy())));
        return offers;
    }

    /** The address of the site; without one, the address of this service. */
    URI address(Site site) {
        return Optional.ofNullable(site.url()).orElseGet(() -> urls.of("/"));
    }

    static boolean offersLicence(MachineUse policy) {
        return TdmReservation.of(policy).filter(TdmReservation::offersLicence).isPresent();
    }

    /** @param categories those with another policy than the site */
    record SitePolicy(Site site, MachineUse policy, List<CategoryPolicy> categories) {

        SitePolicy {
            categories = List.copyOf(categories);
        }
    }

    record CategoryPolicy(String slug, MachineUse policy) {
    }
}
