package org.depesche.content.site;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.kernel.Slug;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.http.response.VersionETag;
import org.depesche.platform.http.response.WithETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.ReadOnlyMembers;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.arc.All;

/** The editorial API of sites. A change needs the ETag of the current version. Members of the configuration stay. */
@ApplicationScoped
class EditorialSites {

    private static final List<String> READ_ONLY_NAMES = List.of("id", "slug", "default", "createdAt", "updatedAt");
    private static final String READ_ONLY_MESSAGE = "cannot be changed here.";
    private static final ReadOnlyMembers READ_ONLY = ReadOnlyMembers.withMessage(READ_ONLY_MESSAGE, READ_ONLY_NAMES);

    private final SiteRepository sites;
    private final SiteConfig config;
    private final List<SiteUsageCheck> uses;
    private final TaxonomyVersion version;
    private final AuditLog audit;
    private final Event<SiteEvent> events;
    private final Transactions transactions;
    private final PublicationZone zone;
    private final ObjectMapper json;
    private final Clock clock;

    EditorialSites(SiteRepository sites, SiteConfig config, @All List<SiteUsageCheck> uses, TaxonomyVersion version,
            AuditLog audit,
            Event<SiteEvent> events, Transactions transactions, PublicationZone zone, ObjectMapper json, Clock clock) {
        this.sites = sites;
        this.config = config;
        this.uses = uses;
        this.version = version;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.zone = zone;
        this.json = json;
        this.clock = clock;
    }

    EditorialSiteList all() {
        return transactions.call(() -> new EditorialSiteList(sites.inOrder().stream().map(site -> site.view(zone)).toList()));
    }

    WithETag<EditorialSiteView> one(String ref) {
        return transactions.call(() -> withETag(find(ref, LockModeType.NONE)));
    }

    WithETag<EditorialSiteView> create(JsonForm body) {
        var form = SiteFormReader.read(body);
        return transactions.call(() -> {
            version.markChanged();
            sites.lockForWriting();
            var site = SiteEntity.of(slug(form), form, clock.instant());
            sites.persistAndFlush(site);
            audit.record(new AuditAction("site.create", "site", site.id(), null, site.version()));
            events.fire(site.createdEvent());
            return withETag(site);
        });
    }

    WithETag<EditorialSiteView> update(String ref, ConditionalUpdate update) {
        return transactions.call(() -> {
            version.markChanged();
            sites.lockForWriting();
            var site = find(ref, LockModeType.PESSIMISTIC_WRITE);
            update.check(etag(site));
            var before = site.version();
            var form = readForm(site, update);
            checkConfigured(site, form);
            var event = site.update(form, clock.instant());
            if (!event.changed().isEmpty()) {
                sites.flush();
                audit.record(new AuditAction("site.update", "site", site.id(), before, site.version()));
                events.fire(event);
            }
            return withETag(site);
        });
    }

    private SiteForm readForm(SiteEntity site, ConditionalUpdate update) {
        ObjectNode current = json.valueToTree(site.view(zone));
        // Null would clear a read-only member.
        READ_ONLY_NAMES.stream().filter(update.request()::isExplicitNull)
                .forEach(name -> update.request().reject(name, READ_ONLY_MESSAGE));
        return SiteFormReader.read(update.form(current, READ_ONLY));
    }

    void delete(String ref, @Nullable String ifMatch) {
        transactions.run(() -> {
            version.markChanged();
            sites.lockForWriting();
            var site = find(ref, LockModeType.PESSIMISTIC_WRITE);
            etag(site).checkChange(ifMatch);
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
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no such site." + didYouMean(ref)));
    }

    private String didYouMean(String ref) {
        return SlugSuggestion.didYouMean(SlugSuggestion.among(
                sites.inOrder().stream().map(entity -> entity.site(zone.zone())).collect(toMap(Site::slug, Site::name)), ref));
    }

    private String slug(SiteForm form) {
        if (form.slug() == null) {
            return Slug.firstAvailable(Slug.from(form.name(), "site"), slug -> !isTaken(slug));
        }
        if (isTaken(form.slug())) {
            throw Problem.conflict("/slug", "There is a site \"" + form.slug() + "\" already.");
        }
        return form.slug();
    }

    private boolean isTaken(String slug) {
        return sites.count("slug", slug) > 0;
    }

    /** Rejects changes of members that the configuration sets: the next start would undo them. */
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

    private WithETag<EditorialSiteView> withETag(SiteEntity site) {
        return new WithETag<>(site.view(zone), etag(site));
    }

    private static VersionETag etag(SiteEntity site) {
        return VersionETag.of(site.id(), site.version());
    }

    @Schema(name = "EditorialSiteList", description = "All sites, the default one first")
    record EditorialSiteList(@Schema(required = true) List<EditorialSiteView> items) {

        EditorialSiteList {
            items = List.copyOf(items);
        }
    }
}
