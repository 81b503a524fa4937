package org.depesche.content.site;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.content.taxonomy.cache.VersionedCache;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The read door to the sites; they are few and stay in memory. */
@ApplicationScoped
@Transactional
public class Sites {

    private final SiteRepository repository;
    private final TaxonomyVersion vocabulary;
    private final ResponseMetadata provenance;
    private final ZoneId zone;
    private final VersionedCache<List<Site>> memory = new VersionedCache<>();

    Sites(SiteRepository repository, TaxonomyVersion vocabulary, ResponseMetadata provenance, PublicationZone zone) {
        this.repository = repository;
        this.vocabulary = vocabulary;
        this.provenance = provenance;
        this.zone = zone.zone();
    }

    /** The default one first. */
    public List<Site> all() {
        return vocabulary.cached(memory, () -> repository.inOrder().stream().map(site -> site.site(zone)).toList());
    }

    /** What the parameter {@code site} names; without it the default site. */
    public Site requested(@Nullable String slug) {
        return slug == null ? defaultSite()
                : bySlug(slug).orElseThrow(() -> Problem.invalidParameters(List.of(
                        InputError.inParameter("site", "There is no site \"" + slug + "\". GET /v1/sites lists them."))));
    }

    /** The same; an unknown one is told together with the request's other mistakes. */
    public Site requested(QueryParameters inputs, @Nullable String slug) {
        var site = inputs.parse("site", slug, this::bySlug, "There is no such site; GET /v1/sites lists them.")
                .orElseGet(this::defaultSite);
        provenance.cacheTag(CacheTag.site(site.id()));
        return site;
    }

    /** Until the transaction ends it is there: whoever deletes it waits, or was first. */
    public void lockShared(Site site) {
        if (repository.findBy("id", site.id(), LockModeType.PESSIMISTIC_READ).isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, "The site was deleted meanwhile.");
        }
    }

    /** Locks the site until the transaction ends: of several writers that lock it, one continues at a time. */
    public void lockExclusive(UUID site) {
        repository.findBy("id", site, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(ProblemType.CONFLICT, "The site was deleted meanwhile."));
    }

    public Site defaultSite() {
        return all().get(0);
    }

    public Optional<Site> bySlug(String slug) {
        return all().stream().filter(site -> site.slug().equals(slug)).findFirst();
    }

    /** For an id that is known to be one. */
    public Site byId(UUID id) {
        return all().stream().filter(site -> site.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No site has the id " + id));
    }
}
