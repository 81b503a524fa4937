package org.depesche.content.site;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.depesche.content.vocabulary.Remembered;
import org.depesche.content.vocabulary.Vocabulary;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The read door to the sites; they are few and stay in memory. */
@ApplicationScoped
@Transactional
public class Sites {

    private final SiteRepository repository;
    private final Vocabulary vocabulary;
    private final Provenance provenance;
    private final ZoneId zone;
    private final Remembered<List<Site>> memory = new Remembered<>();

    Sites(SiteRepository repository, Vocabulary vocabulary, Provenance provenance, PublicationZone zone) {
        this.repository = repository;
        this.vocabulary = vocabulary;
        this.provenance = provenance;
        this.zone = zone.zone();
    }

    /** The default one first. */
    public List<Site> all() {
        return vocabulary.remembered(memory, () -> repository.inOrder().stream().map(site -> site.site(zone)).toList());
    }

    /** What the parameter {@code site} names; without it the default site. */
    public Site requested(@Nullable String slug) {
        return slug == null ? standard()
                : bySlug(slug).orElseThrow(() -> Problem.invalidParameters(List.of(
                        InputError.inParameter("site", "There is no site \"" + slug + "\". GET /v1/sites lists them."))));
    }

    /** The same; an unknown one is told together with the request's other mistakes. */
    public Site requested(Inputs inputs, @Nullable String slug) {
        var site = inputs.parsed("site", slug, this::bySlug, "There is no such site; GET /v1/sites lists them.")
                .orElseGet(this::standard);
        provenance.tag(SiteEvent.cacheTag(site.id()));
        return site;
    }

    /** Until the transaction ends it is there: whoever deletes it waits, or was first. */
    public void hold(Site site) {
        if (repository.by("id", site.id(), LockModeType.PESSIMISTIC_READ).isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, "The site was deleted meanwhile.");
        }
    }

    public Site standard() {
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
