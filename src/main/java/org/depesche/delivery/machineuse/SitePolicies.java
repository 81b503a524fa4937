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

/** Reads what sites and their categories say of machine use. Each call is one transaction. */
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

    /** The policy of a site and the categories that differ from it. */
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

    /** The policies of all sites, for what belongs to all of them. */
    List<SitePolicy> all() {
        positions.readAndRecord();
        metadata.cacheTag(CacheTag.SITES);
        return sites.all().stream().map(site -> new SitePolicy(site, site.machineUse().effective(), List.of())).toList();
    }

    /** What the site and its categories offer licences for. */
    List<TdmPolicyWriter.Target> offers(SitePolicy site) {
        var offers = new ArrayList<TdmPolicyWriter.Target>();
        if (isOffer(site.policy())) {
            offers.add(new TdmPolicyWriter.Target(address(site.site()), site.policy()));
        }
        site.categories().stream().filter(category -> isOffer(category.policy()))
                .forEach(category -> offers.add(new TdmPolicyWriter.Target(
                        site.site().categoryAddress(category.slug())
                                .orElseGet(() -> urls.of("/v1/categories/" + category.slug())),
                        category.policy())));
        return offers;
    }

    /** The site's address, or this service's own one. */
    URI address(Site site) {
        return Optional.ofNullable(site.url()).orElseGet(() -> urls.of("/"));
    }

    static boolean isOffer(MachineUse policy) {
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
