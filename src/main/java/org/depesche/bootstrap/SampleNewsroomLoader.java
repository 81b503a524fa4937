package org.depesche.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import org.depesche.content.category.Categories;
import org.depesche.content.category.CategoryEditor;
import org.depesche.content.category.CategoryForm;
import org.depesche.content.collection.desk.CollectionEditor;
import org.depesche.content.image.ImageFinder;
import org.depesche.content.image.ImageQuery;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.site.DefaultSiteEditor;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.TagCreator;
import org.depesche.intake.importer.ImportOptions;
import org.depesche.intake.importer.Imports;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.page.PageQuery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;

/**
 * Loads a sample newsroom of a fictitious town, for trying out the service. It uses the same use cases as the APIs, and
 * only loads into an empty database.
 */
@ApplicationScoped
class SampleNewsroomLoader {

    private static final String CATEGORIES = "/sample/categories.json";
    private static final String SITE_NAME = "Möhlenfurter Bote";

    /** The usual address of a front end under development. */
    private static final URI SITE_URL = URI.create("http://localhost:3000");
    private static final String TAGS = "/sample/tags.json";
    private static final String ARTICLES = "/sample/articles.ndjson";
    private static final String COLLECTIONS = "/sample/collections.json";
    private static final int MAX_POLLS = 240;
    private static final long PAUSE_MILLIS = 250;
    private static final int MAX_IMAGES = 100;

    private final SampleConfig config;
    private final Sites sites;
    private final DefaultSiteEditor defaultSite;
    private final TagCreator tags;
    private final Categories categories;
    private final CategoryEditor editor;
    private final CollectionEditor collections;
    private final Imports imports;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final ImageFinder images;
    private final SamplePictures pictures;

    SampleNewsroomLoader(SampleConfig config, Sites sites, DefaultSiteEditor defaultSite, TagCreator tags,
            Categories categories, CategoryEditor editor,
            CollectionEditor collections, Imports imports,
            Transactions transactions, ObjectMapper json, ImageFinder images, SamplePictures pictures) {
        this.config = config;
        this.sites = sites;
        this.defaultSite = defaultSite;
        this.tags = tags;
        this.categories = categories;
        this.editor = editor;
        this.collections = collections;
        this.imports = imports;
        this.transactions = transactions;
        this.json = json;
        this.images = images;
        this.pictures = pictures;
    }

    /** Runs in parallel to requests: the service is ready without the sample. */
    void onServerStart(@ObservesAsync HttpServerStart start) {
        if (config.newsroom()) {
            loadIfEmpty().ifPresent(id -> {
                Log.infof("Importing the sample newsroom, import=%s", id);
                createCollectionsAfterImport(id);
            });
        }
    }

    /**
     * Creates the categories and the import in one transaction, so that existing categories show an earlier load. If two
     * nodes start at once, one waits for the other's transaction and then finds its categories.
     */
    Optional<UUID> loadIfEmpty() {
        return transactions.call(() -> {
            var site = sites.defaultSite();
            return categories.tree(site).all().isEmpty() ? Optional.of(load(site)) : Optional.empty();
        });
    }

    /** Waits for the import, because the collections refer to its articles. */
    private void createCollectionsAfterImport(UUID id) {
        try {
            for (var poll = 0; poll < MAX_POLLS && !imports.isFinished(id); poll++) {
                Thread.sleep(PAUSE_MILLIS);
            }
            transactions.run(() -> read(COLLECTIONS).forEach(this::createCollection));
            pictures.drawFor(imageIds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The images of the sample are the first that the database has. */
    private List<UUID> imageIds() {
        var all = new ImageQuery(null, List.of(), null, 0, null, Set.of(), new PageQuery(MAX_IMAGES, "-id", "", null), false);
        return transactions.call(() -> images.page(all)).rows();
    }

    private void createCollection(JsonNode collection) {
        var articles = new ArrayList<String>();
        collection.path("articles").forEach(slug -> articles.add(slug.asText()));
        collections.createIfAbsent(sites.defaultSite(), collection.path("slug").asText(), collection.path("name").asText(),
                articles);
    }

    private UUID load(Site site) {
        defaultSite.introduce(SITE_NAME, SITE_URL);
        read(TAGS).forEach(tag -> tags.create((ObjectNode) tag));
        var categoryIds = new HashMap<String, UUID>();
        for (var category : read(CATEGORIES)) {
            var slug = category.path("slug").asText();
            categoryIds.put(slug, editor.create(site, form(category, categoryIds)).id());
        }
        try (var articles = open(ARTICLES)) {
            return imports.submit(articles, new ImportOptions(site.id(), false, false, "sample newsroom"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CategoryForm form(JsonNode category, Map<String, UUID> categoryIds) {
        return new CategoryForm(category.path("slug").asText(), category.path("name").asText(),
                categoryIds.get(category.path("parent").asText()), category.path("description").asText(),
                category.path("mediaTopic").asText(null), null,
                category.path("position").asInt(CategoryForm.LAST), MachineUse.NONE);
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
