package org.depesche.content.site;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.response.VersionETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.All;

/** What admins do with sites: who changes one must have seen its present version. What the configuration sets stays set. */
@ApplicationScoped
class EditorialSites {

    private final SiteRepository sites;
    private final SiteConfig config;
    private final List<SiteUsageCheck> uses;
    private final TaxonomyVersion vocabulary;
    private final AuditLog audit;
    private final Event<SiteEvent> events;
    private final Transactions transactions;
    private final PublicationZone zone;
    private final Clock clock;

    EditorialSites(SiteRepository sites, SiteConfig config, @All List<SiteUsageCheck> uses, TaxonomyVersion vocabulary,
            AuditLog audit,
            Event<SiteEvent> events, Transactions transactions, PublicationZone zone, Clock clock) {
        this.sites = sites;
        this.config = config;
        this.uses = uses;
        this.vocabulary = vocabulary;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.zone = zone;
        this.clock = clock;
    }

    EditorialSiteList all() {
        return transactions.call(() -> new EditorialSiteList(sites.inOrder().stream().map(site -> site.view(zone)).toList()));
    }

    SiteWithETag one(String ref) {
        return transactions.call(() -> withETag(find(ref, LockModeType.NONE)));
    }

    SiteWithETag create(JsonForm body) {
        var form = new SiteFormReader(Map.of()).readFull(body);
        return transactions.call(() -> {
            vocabulary.markChanged();
            sites.lockForWriting();
            var site = SiteEntity.of(slug(form), form, now());
            sites.persistAndFlush(site);
            audit.record(new AuditAction("site.create", "site", site.id(), null, site.version()));
            events.fire(site.createdEvent());
            return withETag(site);
        });
    }

    SiteWithETag replace(String ref, @Nullable String ifMatch, JsonForm body) {
        return update(ref, ifMatch, (forms, before) -> forms.readFull(body));
    }

    SiteWithETag patch(String ref, @Nullable String ifMatch, JsonForm body) {
        return update(ref, ifMatch, (forms, before) -> forms.readPatch(body, before));
    }

    private SiteWithETag update(String ref, @Nullable String ifMatch, BiFunction<SiteFormReader, Site, SiteForm> reading) {
        return transactions.call(() -> {
            vocabulary.markChanged();
            sites.lockForWriting();
            var site = findForUpdate(ref, ifMatch);
            var version = site.version();
            var form = reading.apply(new SiteFormReader(readOnlyMembers(site)), site.site(zone.zone()));
            checkConfigured(site, form);
            var event = site.update(form, now());
            if (!event.changed().isEmpty()) {
                sites.flush();
                audit.record(new AuditAction("site.update", "site", site.id(), version, site.version()));
                events.fire(event);
            }
            return withETag(site);
        });
    }

    void delete(String ref, @Nullable String ifMatch) {
        transactions.run(() -> {
            vocabulary.markChanged();
            sites.lockForWriting();
            var site = findForUpdate(ref, ifMatch);
            if (site.site(zone.zone()).byDefault()) {
                throw new Problem(ProblemType.CONFLICT, "It is the default site.");
            }
            uses.stream().map(use -> use.blockingUse(site.site(zone.zone()))).flatMap(Optional::stream).findFirst()
                    .ifPresent(use -> {
                        throw new Problem(ProblemType.CONFLICT, "It is in use: " + use + ".");
                    });
            sites.delete(site);
            sites.flush();
            audit.record(new AuditAction("site.delete", "site", site.id(), site.version(), null));
            events.fire(site.deletedEvent());
        });
    }

    private SiteEntity find(String ref, LockModeType lock) {
        return Uuid7.parse(ref).flatMap(id -> sites.findBy("id", id, lock))
                .or(() -> Slug.isSlug(ref) ? sites.findBy("slug", ref, lock) : Optional.empty())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no such site."));
    }

    private SiteEntity findForUpdate(String ref, @Nullable String ifMatch) {
        var site = find(ref, LockModeType.PESSIMISTIC_WRITE);
        etag(site).checkChange(ifMatch);
        return site;
    }

    private String slug(SiteForm form) {
        if (form.slug() == null) {
            var slug = Slug.from(form.name(), "site");
            var free = slug;
            for (var n = 2; isTaken(free); n++) {
                free = Slug.numbered(slug, n);
            }
            return free;
        }
        if (isTaken(form.slug())) {
            var detail = "There is a site \"" + form.slug() + "\" already.";
            throw new Problem(ProblemType.CONFLICT, detail).with(List.of(InputError.atPointer("/slug", detail)));
        }
        return form.slug();
    }

    private boolean isTaken(String slug) {
        return sites.count("slug", slug) > 0;
    }

    private Map<String, String> readOnlyMembers(SiteEntity site) {
        var view = site.view(zone);
        var fixed = new LinkedHashMap<String, String>();
        fixed.put("id", view.id().toString());
        fixed.put("slug", view.slug());
        fixed.put("default", String.valueOf(view.byDefault()));
        fixed.put("createdAt", zone.format(view.createdAt().toInstant()));
        fixed.put("updatedAt", zone.format(view.updatedAt().toInstant()));
        return fixed;
    }

    /** It would be undone by the next start. */
    private void checkConfigured(SiteEntity entity, SiteForm form) {
        var site = entity.site(zone.zone());
        if (!site.byDefault()) {
            return;
        }
        var refused = entity.membersSetByConfig(config, form).stream().map(member -> InputError.atPointer("/" + member,
                "is set by the configuration of the service.")).toList();
        if (!refused.isEmpty()) {
            throw Problem.invalidBody(refused);
        }
    }

    private SiteWithETag withETag(SiteEntity site) {
        return new SiteWithETag(site.view(zone), etag(site));
    }

    private static VersionETag etag(SiteEntity site) {
        UUID id = site.id();
        return VersionETag.of(Uuid7.compact(id) + "-" + site.version());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Schema(name = "EditorialSiteList", description = "All sites, the default one first")
    record EditorialSiteList(@Schema(required = true) List<EditorialSiteView> items) {

        EditorialSiteList {
            items = List.copyOf(items);
        }
    }

    /** What an admin gets, and the tag that stands for its version. */
    record SiteWithETag(EditorialSiteView view, VersionETag etag) {
    }
}
