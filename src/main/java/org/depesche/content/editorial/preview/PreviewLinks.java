package org.depesche.content.editorial.preview;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.editorial.EditableWorkingCopies;
import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.PreviewLinkRepository;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Caller;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.StartupEvent;

/** Creates, lists and revokes preview links, which show a working copy without a key. */
@ApplicationScoped
class PreviewLinks {

    /** Expired links stay in the list for this time. */
    private static final Duration EXPIRED_LINK_RETENTION = Duration.ofDays(30);
    private static final int DELETE_BATCH_SIZE = 1_000;
    private static final Duration CLEANUP_INTERVAL = Duration.ofHours(1);
    private static final Worker.Pace CLEANUP_PACE = new Worker.Pace(Duration.ofMinutes(5), CLEANUP_INTERVAL);

    private final EditableWorkingCopies workingCopies;
    private final PreviewLinkRepository links;
    private final Sites sites;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Caller caller;
    private final AbsoluteUrls urls;
    private final PublicationZone zone;
    private final EditorialConfig.PreviewRules rules;
    private final Clock clock;

    PreviewLinks(EditableWorkingCopies workingCopies, PreviewLinkRepository links, Sites sites, Transactions transactions,
            AuditLog audit,
            Caller caller, AbsoluteUrls urls, PublicationZone zone, EditorialConfig config, Clock clock) {
        this.workingCopies = workingCopies;
        this.links = links;
        this.sites = sites;
        this.transactions = transactions;
        this.audit = audit;
        this.caller = caller;
        this.urls = urls;
        this.zone = zone;
        this.rules = config.preview();
        this.clock = clock;
    }

    PreviewLinkView create(String ref, JsonForm body) {
        var form = PreviewLinkForm.read(body, rules, zone, clock.instant());
        var token = PreviewToken.random();
        return transactions.call(() -> {
            var copy = workingCopies.findForUpdate(ref);
            var article = copy.metadata().id();
            if (links.countValid(article, clock.instant()) >= rules.maxLinksPerArticle()) {
                throw new Problem(ProblemType.CONFLICT,
                        "The article has " + rules.maxLinksPerArticle() + " preview links already; revoke some first.");
            }
            var link = new PreviewLinkRepository.PreviewLink(Uuid7.next(), article, clock.instant(), caller.name(),
                    form.expiresAt(),
                    null);
            links.insert(link, token.hash());
            audit.record(AuditAction.of("preview.create", "preview", link.id()));
            return view(link, token, previewUrl(copy, token));
        });
    }

    PreviewLinkView.PreviewLinkList list(String ref) {
        return transactions.call(() -> new PreviewLinkView.PreviewLinkList(
                links.list(workingCopies.find(ref).metadata().id()).stream().map(link -> view(link, null, null)).toList()));
    }

    void revoke(String ref, String id) {
        transactions.run(() -> {
            var article = workingCopies.findForUpdate(ref).metadata().id();
            var link = Uuid7.parse(id).flatMap(known -> links.find(article, known))
                    .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "The article has no such preview link."));
            links.revoke(link.id(), clock.instant());
            audit.record(AuditAction.of("preview.revoke", "preview", link.id()));
        });
    }

    /** Returns the URL on the front end of the home site, or else the URL of this API. */
    private URI previewUrl(WorkingCopy copy, PreviewToken token) {
        var home = copy.content().classification().placements().stream().findFirst()
                .map(placement -> sites.byId(placement.site()))
                .orElseGet(sites::defaultSite);
        return home.previewAddress(token.text(), copy.metadata().slug(), copy.metadata().id())
                .orElseGet(() -> urls.of("/v1/preview/" + token.text()));
    }

    private PreviewLinkView view(PreviewLinkRepository.PreviewLink link, @Nullable PreviewToken token, @Nullable URI url) {
        return new PreviewLinkView(link.id(), url, token == null ? null : token.text(), zone.toOffsetDateTime(link.expiresAt()),
                zone.toOffsetDateTime(link.createdAt()), link.createdBy(),
                time(link.revokedAt()));
    }

    private @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : zone.toOffsetDateTime(instant);
    }

    void start(@Observes StartupEvent event, Workers workers) {
        workers.repeat("preview-cleanup", CLEANUP_PACE, CLEANUP_INTERVAL, this::deleteExpired);
    }

    /** Deletes expired links in batches, so that no lock is held long. Every node runs this. */
    void deleteExpired() {
        int deleted;
        do {
            var expiredBefore = clock.instant().minus(EXPIRED_LINK_RETENTION);
            deleted = transactions.call(() -> links.deleteExpired(expiredBefore, DELETE_BATCH_SIZE));
        } while (deleted == DELETE_BATCH_SIZE);
    }
}
