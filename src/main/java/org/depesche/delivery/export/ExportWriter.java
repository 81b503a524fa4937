package org.depesche.delivery.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import org.depesche.content.article.Articles;
import org.depesche.content.article.view.ArticleRenderer.TaggedArticle;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.ReadYourWrites;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.response.PacedResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.ext.web.RoutingContext;

/**
 * Writes an export: pages of articles by ascending id, all from one snapshot of the database. Blocks the thread of its request.
 */
@ApplicationScoped
class ExportWriter {

    private static final int NEW_LINE = '\n';

    private final Articles articles;
    private final PublishedArticles rows;
    private final ChangeLogPositionTracker positions;
    private final Transactions transactions;
    private final EntityManager entities;
    private final ResponseMetadata metadata;
    private final ObjectMapper json;
    private final ExportConfig config;
    private volatile boolean isStopping;

    ExportWriter(Articles articles, PublishedArticles rows, ChangeLogPositionTracker positions, Transactions transactions,
            EntityManager entities, ResponseMetadata metadata, ObjectMapper json, ExportConfig config) {
        this.articles = articles;
        this.rows = rows;
        this.positions = positions;
        this.transactions = transactions;
        this.entities = entities;
        this.metadata = metadata;
        this.json = json;
        this.config = config;
    }

    void stop(@Observes ShutdownEvent event) {
        isStopping = true;
    }

    /** A broken export closes the connection, so that the client knows that it has to resume. */
    void write(RoutingContext exchange, ExportQuery query) {
        try {
            transactions.readFor(config.maxDuration(), () -> writeSnapshot(exchange, query));
        } catch (RuntimeException e) {
            Log.debugf("Export broke off: %s", e.getMessage());
            exchange.request().connection().close();
        }
    }

    private boolean writeSnapshot(RoutingContext exchange, ExportQuery query) {
        exchange.response().putHeader(ReadYourWrites.HEADER, Long.toString(positions.readAndRecord().sequence()));
        try {
            writePages(new PacedResponse(exchange, config.stallTimeout()), query);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service stops", e);
        }
    }

    private void writePages(PacedResponse response, ExportQuery query) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + config.maxDuration().toNanos();
        var from = query;
        for (var ids = next(from); !ids.isEmpty(); ids = next(from)) {
            if (isStopping || System.nanoTime() > deadline) {
                throw new IOException(isStopping ? "the service stops" : "it took longer than " + config.maxDuration());
            }
            response.send(render(query, ids));
            metadata.clearCacheTags();
            entities.clear();
            from = from.continuedAfter(ids.get(ids.size() - 1));
        }
        response.end();
    }

    private List<UUID> next(ExportQuery query) {
        return rows.idsAfter(query.after(), config.pageSize());
    }

    private byte[] render(ExportQuery query, List<UUID> ids) throws IOException {
        var lines = new ByteArrayOutputStream();
        if (query.hasCacheTags()) {
            for (var article : articles.renderTagged(query.site(), ids)) {
                writeLine(withCacheTags(article), lines);
            }
        } else {
            for (var article : articles.renderOnce(query.site(), ids, FieldSelection.of(query.view())).values()) {
                writeLine(article, lines);
            }
        }
        return lines.toByteArray();
    }

    private ObjectNode withCacheTags(TaggedArticle article) {
        var tree = json.<ObjectNode> valueToTree(article.view());
        var tags = tree.putArray(ExportParameters.CACHE_TAGS);
        article.cacheTags().stream().sorted().forEach(tag -> tags.add(tag.text()));
        return tree;
    }

    private void writeLine(Object article, ByteArrayOutputStream lines) throws IOException {
        lines.write(json.writeValueAsBytes(article));
        lines.write(NEW_LINE);
    }
}
