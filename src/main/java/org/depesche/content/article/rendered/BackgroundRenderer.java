package org.depesche.content.article.rendered;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.article.rendered.RenderingQueue.Rendering;
import org.depesche.content.article.view.StorableArticleRenderer;
import org.depesche.content.article.view.StorableArticleRenderer.RenderedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.site.Sites;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.problem.Outages;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Renders and stores articles that a client has read and that had no valid rendering, in transactions of its own. No request
 * waits for it. A request that it drops, because the queue is full or the article changes meanwhile, is repeated by the next
 * read of the article.
 */
@ApplicationScoped
class BackgroundRenderer {

    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final RenderingQueue queue;
    private final RenderedArticleRepository renderings;
    private final StorableArticleRenderer renderer;
    private final PublishedArticles articles;
    private final Sites sites;
    private final RenderVersion version;
    private final ChangeLogPositionTracker positions;
    private final Transactions transactions;
    private final RenderedArticleConfig config;
    private final Worker worker;

    BackgroundRenderer(RenderedArticleRepository renderings, StorableArticleRenderer renderer, PublishedArticles articles,
            Sites sites, RenderVersion version, ChangeLogPositionTracker positions, Transactions transactions,
            RenderedArticleConfig config, Workers workers, MeterRegistry registry) {
        this.queue = new RenderingQueue(config.maxWaiting());
        this.renderings = renderings;
        this.renderer = renderer;
        this.articles = articles;
        this.sites = sites;
        this.version = version;
        this.positions = positions;
        this.transactions = transactions;
        this.config = config;
        this.worker = workers.create("rendered-articles", Worker.Pace.immediate(RETRY_DELAY), this::run);
        Gauge.builder(RenderedArticleMetrics.WAITING, queue, RenderingQueue::size)
                .description("Articles that wait to be rendered in the background").register(registry);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(Duration.ZERO);
    }

    /** Asks for a rendering, unless too many wait already. */
    void request(UUID site, UUID article) {
        if (queue.add(site, article)) {
            worker.wake();
        }
    }

    /** Returns the number of articles in the queue or in work. */
    int waiting() {
        return queue.size();
    }

    private Worker.Result run() {
        var next = queue.take(config.batchSize());
        try {
            next.stream().collect(Collectors.groupingBy(Rendering::site, Collectors.mapping(Rendering::article,
                    Collectors.toSet()))).forEach(this::render);
        } finally {
            queue.finish();
        }
        return Worker.Result.success(queue.size() == 0 ? IDLE : Duration.ZERO);
    }

    /** When one article of a batch cannot be rendered, the others are rendered one by one. */
    private void render(UUID site, Set<UUID> ids) {
        try {
            var batch = transactions.callWithoutRetry(() -> renderAtOnePosition(site, ids));
            batch.rendered().forEach(rendered -> write(site, rendered, batch.sequence()));
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            if (ids.size() == 1) {
                Log.warnf(e, "Article could not be rendered in the background, article=%s", ids);
            } else {
                ids.forEach(id -> render(site, Set.of(id)));
            }
        }
    }

    private void write(UUID site, RenderedArticle rendered, long sequence) {
        // one article a transaction: with the locks of several, it could wait for a publication that waits for it
        transactions.run(() -> renderings.write(site, rendered, version.current(), sequence));
    }

    private Batch renderAtOnePosition(UUID siteId, Set<UUID> ids) {
        var sequence = positions.readAndRecord().sequence();
        return sites.all().stream().filter(site -> site.id().equals(siteId)).findFirst()
                .map(site -> new Batch(sequence, renderer.render(site,
                        articles.byIds(ids, true).values().stream().filter(article -> article.isOn(site)).toList())))
                .orElseGet(() -> new Batch(sequence, List.of()));
    }

    private record Batch(long sequence, List<RenderedArticle> rendered) {
    }
}
