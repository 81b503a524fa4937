package org.depesche.content.site;

import static java.util.stream.Collectors.toMap;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.content.taxonomy.cache.VersionedCache;
import org.depesche.kernel.Slug;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads sites. All sites are cached, because there are few. */
@ApplicationScoped
@Transactional
public class Sites {

    /** The parameter that chooses a site. */
    public static final QueryParameter<String> SITE = QueryParameter.text("site", Slug.MAX_LENGTH)
            .describe("Slug of the site. Absent: the default site.", "default");

    private final SiteRepository repository;
    private final TaxonomyVersion taxonomyVersion;
    private final ChangeLogPositionTracker positions;
    private final ResponseMetadata metadata;
    private final ZoneId zone;
    private final VersionedCache<List<Site>> cache = new VersionedCache<>();

    Sites(SiteRepository repository, TaxonomyVersion taxonomyVersion, ChangeLogPositionTracker positions,
            ResponseMetadata metadata, PublicationZone zone) {
        this.repository = repository;
        this.taxonomyVersion = taxonomyVersion;
        this.positions = positions;
        this.metadata = metadata;
        this.zone = zone.zone();
    }

    /** Returns all sites, the default site first. */
    public List<Site> all() {
        return taxonomyVersion.cached(cache, () -> repository.inOrder().stream().map(site -> site.site(zone)).toList());
    }

    /**
     * Returns the site of the parameter {@code site}, or the default site. An unknown site is reported together with the
     * request's other errors.
     */
    public Site requested(QueryParameters inputs, @Nullable String slug) {
        var found = slug == null ? Optional.of(defaultSite()) : bySlug(slug);
        if (found.isEmpty()) {
            positions.confirmed(); // the site may have been created since the assumed position
            inputs.reject(SITE, unknown(slug));
        }
        var site = found.orElseGet(this::defaultSite);
        metadata.cacheTag(CacheTag.site(site.id()));
        return site;
    }

    /** Returns the question "Did you mean …?" for an unknown slug, or an empty text. */
    public String didYouMean(String slug) {
        return SlugSuggestion.didYouMean(SlugSuggestion.among(all().stream().collect(toMap(Site::slug, Site::name)), slug));
    }

    /** Returns the sentence that tells a client that there is no site with this slug. */
    public String unknown(@Nullable String slug) {
        return "There is no site \"" + slug + "\". GET /v1/sites lists them." + didYouMean(String.valueOf(slug));
    }

    /**
     * Prevents the deletion of the site until the end of the transaction.
     *
     * @throws Problem 409 if the site was deleted before
     */
    public void lockShared(Site site) {
        if (repository.findBy("id", site.id(), LockModeType.PESSIMISTIC_READ).isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, "The site was deleted meanwhile.");
        }
    }

    /** Locks the site until the end of the transaction: of several writers that lock it, one continues at a time. */
    public void lockExclusive(UUID site) {
        repository.findBy("id", site, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(ProblemType.CONFLICT, "The site was deleted meanwhile."));
    }

    /** Returns the default site, which always exists. */
    public Site defaultSite() {
        return all().get(0);
    }

    /** Returns the site with this slug. */
    public Optional<Site> bySlug(String slug) {
        return all().stream().filter(site -> site.slug().equals(slug)).findFirst();
    }

    /**
     * Returns the site of an existing id.
     *
     * @throws IllegalStateException if there is no such site
     */
    public Site byId(UUID id) {
        return all().stream().filter(site -> site.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No site has the id " + id));
    }
}
