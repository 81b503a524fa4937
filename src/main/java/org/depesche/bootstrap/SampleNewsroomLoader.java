package org.depesche.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import org.depesche.content.category.Categories;
import org.depesche.content.category.CategoryEditor;
import org.depesche.content.category.CategoryForm;
import org.depesche.content.collection.desk.CollectionEditor;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.intake.importer.ImportOptions;
import org.depesche.intake.importer.Imports;
import org.depesche.platform.database.Transactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;

/**
 * Brings the newsroom of a town that does not exist, for trying things out. It comes by the doors everybody uses, and only
 * into an empty house.
 */
@ApplicationScoped
class SampleNewsroomLoader {

    private static final String CATEGORIES = "/sample/categories.json";
    private static final String ARTICLES = "/sample/articles.ndjson";
    private static final String COLLECTIONS = "/sample/collections.json";
    private static final int MAX_POLLS = 240;
    private static final long PAUSE_MILLIS = 250;

    private final SampleConfig config;
    private final Sites sites;
    private final Categories categories;
    private final CategoryEditor editor;
    private final CollectionEditor collections;
    private final Imports imports;
    private final Transactions transactions;
    private final ObjectMapper json;

    SampleNewsroomLoader(SampleConfig config, Sites sites, Categories categories, CategoryEditor editor,
            CollectionEditor collections, Imports imports,
            Transactions transactions, ObjectMapper json) {
        this.config = config;
        this.sites = sites;
        this.categories = categories;
        this.editor = editor;
        this.collections = collections;
        this.imports = imports;
        this.transactions = transactions;
        this.json = json;
    }

    /** Beside the requests, not before them: the service is ready without it. */
    void open(@ObservesAsync HttpServerStart start) {
        if (config.newsroom()) {
            loadIfEmpty().ifPresent(id -> {
                Log.infof("The sample newsroom is coming in, import=%s", id);
                createCollectionsAfterImport(id);
            });
        }
    }

    /**
     * Categories and the upload become real together or not at all, so a category shows that it was here before. Of two
     * nodes that start at once, one waits for the other's categories and then finds them.
     */
    Optional<UUID> loadIfEmpty() {
        return transactions.call(() -> {
            var site = sites.defaultSite();
            return categories.tree(site).all().isEmpty() ? Optional.of(load(site)) : Optional.empty();
        });
    }

    /** Its lists name articles, so these have to be in. */
    private void createCollectionsAfterImport(UUID id) {
        try {
            for (var look = 0; look < MAX_POLLS && !imports.isFinished(id); look++) {
                Thread.sleep(PAUSE_MILLIS);
            }
            transactions.run(() -> read(COLLECTIONS).forEach(this::createCollection));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void createCollection(JsonNode collection) {
        var articles = new ArrayList<String>();
        collection.path("articles").forEach(slug -> articles.add(slug.asText()));
        collections.createIfAbsent(sites.defaultSite(), collection.path("slug").asText(), collection.path("name").asText(),
                articles);
    }

    private UUID load(Site site) {
        var made = new HashMap<String, UUID>();
        for (var category : read(CATEGORIES)) {
            var slug = category.path("slug").asText();
            made.put(slug, editor.create(site, form(category, made)).id());
        }
        try (var articles = open(ARTICLES)) {
            return imports.submit(articles, new ImportOptions(site.id(), false, false, "sample newsroom"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CategoryForm form(JsonNode category, Map<String, UUID> made) {
        return new CategoryForm(category.path("slug").asText(), category.path("name").asText(),
                made.get(category.path("parent").asText()), category.path("description").asText(),
                category.path("position").asInt());
    }

    private JsonNode read(String resource) {
        try (var in = open(resource)) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(SampleNewsroomLoader.class.getResourceAsStream(resource), resource);
    }
}
