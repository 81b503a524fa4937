package org.depesche.content.editorial;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleParametersOfOne;
import org.depesche.content.article.Articles;
import org.depesche.content.article.Snapshot;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Caller;
import org.depesche.platform.access.Deed;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.form.Form;
import org.depesche.platform.http.Addresses;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.scheduler.Scheduled;

/** Links by which people without a key see a working copy: unguessable, for a while, revocable. */
@ApplicationScoped
class Previews {

    /** Expired links are still listed for so long, so that one can see what happened. */
    private static final Duration LISTED = Duration.ofDays(30);
    private static final int BITE = 1_000;

    private final ArticleDesk desk;
    private final WorkingCopies copies;
    private final PreviewLinkRows rows;
    private final Articles articles;
    private final Sites sites;
    private final Transactions transactions;
    private final Audit audit;
    private final Caller caller;
    private final Addresses addresses;
    private final PublicationZone zone;
    private final EditorialConfig.PreviewRules rules;
    private final Clock clock;

    Previews(ArticleDesk desk, WorkingCopies copies, PreviewLinkRows rows, Articles articles, Sites sites,
            Transactions transactions,
            Audit audit, Caller caller, Addresses addresses, PublicationZone zone, EditorialConfig config, Clock clock) {
        this.desk = desk;
        this.copies = copies;
        this.rows = rows;
        this.articles = articles;
        this.sites = sites;
        this.transactions = transactions;
        this.audit = audit;
        this.caller = caller;
        this.addresses = addresses;
        this.zone = zone;
        this.rules = config.preview();
        this.clock = clock;
    }

    PreviewLinkView make(String ref, Form body) {
        var form = PreviewLinkForm.read(body, rules, zone, now());
        var token = PreviewToken.random();
        return transactions.call(() -> {
            var copy = desk.find(ref, true);
            var article = copy.entry().id();
            if (rows.good(article, now()) >= rules.most()) {
                throw new Problem(ProblemType.CONFLICT,
                        "The article has " + rules.most() + " preview links already; revoke some first.");
            }
            var link = new PreviewLink(Uuid7.next(), article, now(), caller.name(), form.expiresAt(), null);
            rows.insert(link, token.hash());
            audit.record(Deed.of("preview.create", "preview", link.id()));
            return view(link, token, address(copy, token));
        });
    }

    PreviewLinkView.Many all(String ref) {
        return transactions.call(() -> new PreviewLinkView.Many(
                rows.of(desk.find(ref, false).entry().id()).stream().map(link -> view(link, null, null)).toList()));
    }

    void revoke(String ref, String id) {
        transactions.run(() -> {
            var article = desk.find(ref, true).entry().id();
            var link = Uuid7.parse(id).flatMap(known -> rows.one(article, known))
                    .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "The article has no such preview link."));
            rows.revoke(link.id(), now());
            audit.record(Deed.of("preview.revoke", "preview", link.id()));
        });
    }

    /** The last save, as it would be delivered. */
    ObjectNode show(String token, ArticleParametersOfOne given) {
        return transactions.call(() -> {
            var copy = rows.article(new PreviewToken(token).hash(), now()).flatMap(id -> copies.byId(id, false))
                    .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "No preview is at this address."));
            var shown = articles.preview(snapshot(copy), given);
            return shown.put("preview", true).put("state", copy.entry().state().word());
        });
    }

    private Snapshot snapshot(WorkingCopy copy) {
        var entry = copy.entry();
        var publishedAt = Optional.ofNullable(DeskArticles.publishedAt(copy)).orElse(now());
        var updatedAt = Optional.ofNullable(entry.publication().updatedAt()).orElse(publishedAt);
        return new Snapshot(entry.id(), entry.slug(), entry.revision(), publishedAt, updatedAt, entry.saved().at(),
                copy.content(), false);
    }

    /** Where its home site's front end shows it, or where a program reads it. */
    private URI address(WorkingCopy copy, PreviewToken token) {
        var home = copy.content().placements().stream().findFirst().map(placement -> sites.byId(placement.site()))
                .orElseGet(sites::standard);
        return home.previewAddress(token.text(), copy.entry().slug(), copy.entry().id())
                .orElseGet(() -> addresses.of("/v1/preview/" + token.text()));
    }

    private PreviewLinkView view(PreviewLink link, @Nullable PreviewToken token, @Nullable URI url) {
        return new PreviewLinkView(link.id(), url, token == null ? null : token.text(), zone.of(link.expiresAt()),
                zone.of(link.createdAt()), link.createdBy(),
                time(link.revokedAt()));
    }

    private @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : zone.of(instant);
    }

    /** In bites, so that no lock is held long; every node may do it. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clearAway() {
        while (transactions.call(() -> rows.deleteExpired(now().minus(LISTED), BITE)) == BITE) {
            continue;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
