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

import org.depesche.content.vocabulary.Vocabulary;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.form.Form;
import org.depesche.platform.http.EditorialTag;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.All;

/** What admins do with sites: who changes one must have seen its present version. What the configuration sets stays set. */
@ApplicationScoped
class SiteDesk {

    private final SiteRepository sites;
    private final SiteConfig config;
    private final List<SiteUse> uses;
    private final Vocabulary vocabulary;
    private final Audit audit;
    private final Event<SiteEvent> events;
    private final Transactions transactions;
    private final PublicationZone zone;
    private final Clock clock;

    SiteDesk(SiteRepository sites, SiteConfig config, @All List<SiteUse> uses, Vocabulary vocabulary, Audit audit,
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

    EditedSite one(String ref) {
        return transactions.call(() -> edited(found(ref, LockModeType.NONE)));
    }

    EditedSite create(Form body) {
        var form = new SiteForms(Map.of()).whole(body);
        return transactions.call(() -> {
            vocabulary.touch();
            sites.hold();
            var site = SiteEntity.of(slug(form), form, now());
            sites.persistAndFlush(site);
            audit.record(new Deed("site.create", "site", site.id(), null, site.version()));
            events.fire(site.created());
            return edited(site);
        });
    }

    EditedSite replace(String ref, @Nullable String ifMatch, Form body) {
        return revise(ref, ifMatch, (forms, before) -> forms.whole(body));
    }

    EditedSite patch(String ref, @Nullable String ifMatch, Form body) {
        return revise(ref, ifMatch, (forms, before) -> forms.patched(body, before));
    }

    private EditedSite revise(String ref, @Nullable String ifMatch, BiFunction<SiteForms, Site, SiteForm> reading) {
        return transactions.call(() -> {
            vocabulary.touch();
            sites.hold();
            var site = locked(ref, ifMatch);
            var version = site.version();
            var form = reading.apply(new SiteForms(fixed(site)), site.site(zone.zone()));
            checkConfigured(site, form);
            var event = site.revise(form, now());
            if (!event.changed().isEmpty()) {
                sites.flush();
                audit.record(new Deed("site.update", "site", site.id(), version, site.version()));
                events.fire(event);
            }
            return edited(site);
        });
    }

    void delete(String ref, @Nullable String ifMatch) {
        transactions.run(() -> {
            vocabulary.touch();
            sites.hold();
            var site = locked(ref, ifMatch);
            if (site.site(zone.zone()).byDefault()) {
                throw new Problem(ProblemType.CONFLICT, "It is the default site.");
            }
            uses.stream().map(use -> use.of(site.site(zone.zone()))).flatMap(Optional::stream).findFirst().ifPresent(use -> {
                throw new Problem(ProblemType.CONFLICT, "It is in use: " + use + ".");
            });
            sites.delete(site);
            sites.flush();
            audit.record(new Deed("site.delete", "site", site.id(), site.version(), null));
            events.fire(site.deleted());
        });
    }

    private SiteEntity found(String ref, LockModeType lock) {
        return Uuid7.parse(ref).flatMap(id -> sites.by("id", id, lock))
                .or(() -> Slug.isSlug(ref) ? sites.by("slug", ref, lock) : Optional.empty())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no such site."));
    }

    private SiteEntity locked(String ref, @Nullable String ifMatch) {
        var site = found(ref, LockModeType.PESSIMISTIC_WRITE);
        tag(site).checkChange(ifMatch);
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

    private Map<String, String> fixed(SiteEntity site) {
        var view = site.view(zone);
        var fixed = new LinkedHashMap<String, String>();
        fixed.put("id", view.id().toString());
        fixed.put("slug", view.slug());
        fixed.put("default", String.valueOf(view.byDefault()));
        fixed.put("createdAt", zone.text(view.createdAt().toInstant()));
        fixed.put("updatedAt", zone.text(view.updatedAt().toInstant()));
        return fixed;
    }

    /** It would be undone by the next start. */
    private void checkConfigured(SiteEntity entity, SiteForm form) {
        var site = entity.site(zone.zone());
        if (!site.byDefault()) {
            return;
        }
        var refused = entity.configured(config, form).stream().map(member -> InputError.atPointer("/" + member,
                "is set by the configuration of the service.")).toList();
        if (!refused.isEmpty()) {
            throw Problem.invalidBody(refused);
        }
    }

    private EditedSite edited(SiteEntity site) {
        return new EditedSite(site.view(zone), tag(site));
    }

    private static EditorialTag tag(SiteEntity site) {
        UUID id = site.id();
        return EditorialTag.of(Uuid7.compact(id) + "-" + site.version());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
