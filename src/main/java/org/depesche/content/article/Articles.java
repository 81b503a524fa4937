package org.depesche.content.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.list.ArticleFilterResolver;
import org.depesche.content.article.list.ArticleList;
import org.depesche.content.article.list.ArticleListParameters;
import org.depesche.content.article.list.ArticleListQueryParser;
import org.depesche.content.article.list.ArticleListTags;
import org.depesche.content.article.list.ArticlePager;
import org.depesche.content.article.view.ArticleCollections;
import org.depesche.content.article.view.ArticleRenderer;
import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKey;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticleLookup;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.publication.MergeListMover;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPosition;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.arc.All;

/** Reads public articles. Each call is one transaction, so that a response belongs to one position of the change log. */
@ApplicationScoped
@Transactional
public class Articles {

    private final ArticleFinder finder;
    private final ArticleListQueryParser queries;
    private final ArticleFilterResolver filters;
    private final MergeListMover mergingLists;
    private final ArticleCollections collections;
    private final ArticlePager lister;
    private final ArticleRenderer documents;
    private final PublishedArticles rows;
    private final Sites sites;
    private final ChangeLogPosition positions;
    private final QueryParameters inputs;
    private final AutocommitReads glances;
    private final ObjectMapper mapper;
    private final Map<String, IncludeProvider> parts = new LinkedHashMap<>();

    Articles(ArticleFinder finder, ArticleListQueryParser queries, ArticleFilterResolver filters, MergeListMover merges,
            ArticleCollections collections, ArticlePager lister, ArticleRenderer documents,
            PublishedArticles rows, Sites sites, ChangeLogPosition positions, QueryParameters inputs, AutocommitReads glances,
            ObjectMapper mapper,
            @All List<IncludeProvider> parts) {
        this.finder = finder;
        this.queries = queries;
        this.filters = filters;
        this.mergingLists = merges;
        this.collections = collections;
        this.lister = lister;
        this.documents = documents;
        this.rows = rows;
        this.sites = sites;
        this.positions = positions;
        this.inputs = inputs;
        this.glances = glances;
        this.mapper = mapper;
        parts.forEach(part -> this.parts.put(part.name(), part));
    }

    @Transactional(TxType.SUPPORTS)
    ArticleList list(ArticleFilterParameters filters, ArticleListParameters given) {
        return glances.call(() -> readList(filters, given));
    }

    private ArticleList readList(ArticleFilterParameters filters, ArticleListParameters given) {
        positions.readAndRecord();
        var site = site(filters.site());
        if (given.ids() != null) {
            return listByIds(filters, given, site, Optional.empty());
        }
        var query = queries.parse(filters, given, site);
        inputs.verify();
        return lister.page(query);
    }

    /** @param within a list that the articles have to be in as well; others are reported as missing */
    ArticleList listByIds(ArticleFilterParameters filters, ArticleListParameters given, Site site, Optional<ListKey> within) {
        var ids = inputs.choices(ArticleListParameters.IDS, given.ids());
        var presentation = FieldSelection.forList(inputs, given.view(), given.include(), given.fields());
        Stream.<QueryParameter<?>> concat(filters.givenParameters().stream(), given.conflictingWithIds().stream())
                .forEach(other -> inputs.reject(other, "`" + other.name() + "` does not go with `ids`."));
        inputs.verify();
        return lister.pageOfIds(site, ids, presentation, within);
    }

    @Transactional(TxType.SUPPORTS)
    Object one(String ref, SingleArticleParameters given) {
        return glances.call(() -> readOne(ref, given));
    }

    private Object readOne(String ref, SingleArticleParameters given) {
        var wanted = parseRequest(given);
        if (!wanted.parts().isEmpty()) {
            glances.requireTransaction();
        }
        var first = finder.lookUp(ref, wanted.presentation().needsBody());
        var site = site(given.site());
        inputs.verify();
        return renderOne(site, finder.requireOnSite(site, ref, first, slug -> "/v1/articles/" + slug), wanted);
    }

    /**
     * Renders a snapshot that is not public in the form in which it would be delivered. It is rendered on the site of
     * the query, or else on its home site. A draft may lack what a publication must have.
     */
    public ObjectNode preview(ArticleSnapshot snapshot, SingleArticleParameters given) {
        positions.readAndRecord();
        var home = snapshot.content().classification().placements().stream().findFirst()
                .map(placement -> sites.byId(placement.site()));
        var site = given.site() == null && home.isPresent() ? home.get() : site(given.site());
        var wanted = parseRequest(given);
        inputs.verify();
        return mapper
                .valueToTree(renderOne(site, PublishedArticleLookup.Match.unchecked(PublishedArticle.of(snapshot)), wanted));
    }

    private RequestedParts parseRequest(SingleArticleParameters given) {
        var presentation = FieldSelection.read(inputs, inputs.read(SingleArticleParameters.VIEW, given.view()), given.include(),
                given.fields(), SingleArticleParameters.INCLUDES);
        var making = new LinkedHashMap<String, IncludeProvider.Renderer>();
        var others = given.includeParameters();
        parts.values().forEach(part -> {
            if (presentation.includes(part.name())) {
                making.put(part.name(), part.prepare(inputs, others));
            } else {
                part.parameters().forEach(each -> inputs.rejectUnlessDefault(each, others.get(each.parameter().name())));
            }
        });
        return new RequestedParts(presentation, making);
    }

    private Object renderOne(Site site, PublishedArticleLookup.Match found, RequestedParts wanted) {
        var made = new LinkedHashMap<String, JsonNode>();
        wanted.parts().forEach((name, part) -> made.put(name, part.render(site, ArticleAttributes.of(found.article(), site))));
        return documents.renderOne(site, found, wanted.presentation().withoutIncludes(parts.keySet()), made);
    }

    /**
     * The attributes of the article of a path, for rooms with paths below an article.
     * @throws MovedPermanently when the reference is a former slug
     * @throws Problem 404, or 410 when the article was withdrawn
     */
    public ArticleAttributes attributes(Site site, String ref, String pathAfterRef) {
        var found = finder.requireOnSite(site, ref, finder.lookUp(ref, false), slug -> "/v1/articles/" + slug + pathAfterRef);
        return ArticleAttributes.of(found.article(), site);
    }

    /** The attributes of those articles that are public on the site. */
    public Map<UUID, ArticleAttributes> attributesById(Site site, Set<UUID> ids) {
        var heads = new LinkedHashMap<UUID, ArticleAttributes>();
        rows.byIds(ids, false).values().stream().filter(article -> article.isOn(site))
                .forEach(article -> heads.put(article.id(), ArticleAttributes.of(article, site)));
        return heads;
    }

    /**
     * Resolves the filters of article lists, for rooms that select articles by the same filters. Errors are added to
     * the query parameters.
     */
    public ArticleFilter resolveFilter(ArticleFilterParameters given, Site site) {
        positions.readAndRecord();
        var selection = filters.resolve(inputs, given, site, false);
        return new ArticleFilter(mergingLists.withMergingLists(selection, site), selection.canonical(),
                collections.articlesIn(selection.excludedCollections()), ArticleListTags.of(selection));
    }

    /** Renders articles in the given order, in a level of detail. Articles that are not public on the site are left out. */
    public Map<UUID, Object> render(Site site, List<UUID> ids, DetailLevel view) {
        return render(site, ids, FieldSelection.of(view));
    }

    /** Renders articles with the members that {@code include} adds and {@code fields} selects. */
    public Map<UUID, Object> render(Site site, List<UUID> ids, FieldSelection presentation) {
        var found = rows.byIds(ids, presentation.needsBody());
        var shown = ids.stream().map(found::get).filter(Objects::nonNull).filter(article -> article.isOn(site)).toList();
        var written = documents.renderList(site, shown, presentation);
        var byId = new LinkedHashMap<UUID, Object>();
        for (var i = 0; i < shown.size(); i++) {
            byId.put(shown.get(i).id(), written.get(i));
        }
        return byId;
    }

    /** The requested site. An unknown site is added to the errors of the request. */
    public Site site(@Nullable String slug) {
        return sites.requested(inputs, slug);
    }

    /**
     * Resolved filters.
     * @param canonical the same text for equal filters
     * @param excludedArticles the articles of the excluded collections
     * @param cacheTags the cache tags of a response with these filters
     */
    public record ArticleFilter(ListFilter selection, String canonical, Set<UUID> excludedArticles, Set<CacheTag> cacheTags) {
        public ArticleFilter {
            excludedArticles = Set.copyOf(excludedArticles);
            cacheTags = Set.copyOf(cacheTags);
        }
    }

    /** The requested level of detail, and the parts that other rooms add. */
    private record RequestedParts(FieldSelection presentation, Map<String, IncludeProvider.Renderer> parts) {
    }
}
