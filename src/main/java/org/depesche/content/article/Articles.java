package org.depesche.content.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.Selection;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.database.Glances;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.LogPosition;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.arc.All;

/** The read door to public articles. One call is one transaction: what it answers belongs to one moment of the log. */
@ApplicationScoped
@Transactional
public class Articles {

    private final ArticleFinder finder;
    private final ArticleQueries queries;
    private final ArticleFilters filters;
    private final MergedLists merges;
    private final ArticleCollections collections;
    private final ArticleLister lister;
    private final ArticleDocuments documents;
    private final PublishedArticles rows;
    private final Sites sites;
    private final LogPosition positions;
    private final Inputs inputs;
    private final Glances glances;
    private final ObjectMapper mapper;
    private final Map<String, IncludedPart> parts = new LinkedHashMap<>();

    Articles(ArticleFinder finder, ArticleQueries queries, ArticleFilters filters, MergedLists merges,
            ArticleCollections collections, ArticleLister lister, ArticleDocuments documents,
            PublishedArticles rows, Sites sites, LogPosition positions, Inputs inputs, Glances glances, ObjectMapper mapper,
            @All List<IncludedPart> parts) {
        this.finder = finder;
        this.queries = queries;
        this.filters = filters;
        this.merges = merges;
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
        return glances.call(() -> listed(filters, given));
    }

    private ArticleList listed(ArticleFilterParameters filters, ArticleListParameters given) {
        positions.now();
        var site = site(filters.site());
        if (given.ids() != null) {
            return named(filters, given, site, Optional.empty());
        }
        var query = queries.read(filters, given, site);
        inputs.verify();
        return lister.page(query);
    }

    /** @param within the list in which they have to stand as well; those that do not are missing */
    ArticleList named(ArticleFilterParameters filters, ArticleListParameters given, Site site, Optional<ListKey> within) {
        var ids = ArticleFilters.ids(inputs, "ids", given.ids());
        var presentation = Presentation.ofList(inputs, given.view(), given.include(), given.fields());
        Stream.concat(filters.given().stream(), given.besideIds().stream())
                .forEach(name -> inputs.reject(name, "`" + name + "` does not go with `ids`."));
        inputs.verify();
        return lister.named(site, ids, presentation, within);
    }

    @Transactional(TxType.SUPPORTS)
    Object one(String ref, ArticleParametersOfOne given) {
        return glances.call(() -> found(ref, given));
    }

    private Object found(String ref, ArticleParametersOfOne given) {
        var wanted = wanted(given);
        if (!wanted.parts().isEmpty()) {
            glances.needMore();
        }
        var first = finder.first(ref, wanted.presentation().needsBody());
        var site = site(given.site());
        inputs.verify();
        return document(site, finder.required(site, ref, first, slug -> "/v1/articles/" + slug), wanted);
    }

    /**
     * A snapshot that is not public, in the form in which it would be delivered. Without a site in the query on its home
     * site; a draft may lack what a publication has to have.
     */
    public ObjectNode preview(Snapshot snapshot, ArticleParametersOfOne given) {
        positions.now();
        var home = snapshot.content().placements().stream().findFirst().map(placement -> sites.byId(placement.site()));
        var site = given.site() == null && home.isPresent() ? home.get() : site(given.site());
        var wanted = wanted(given);
        inputs.verify();
        return mapper.valueToTree(document(site, FoundArticle.unknown(PublishedArticle.of(snapshot)), wanted));
    }

    private Wanted wanted(ArticleParametersOfOne given) {
        var includes = new HashSet<>(Presentation.LIST_INCLUDES);
        includes.addAll(parts.keySet());
        var presentation = Presentation.read(inputs, given.view(), given.include(), given.fields(), ArticleView.FULL, includes);
        var making = new LinkedHashMap<String, IncludedPart.Making>();
        var foreign = new ArrayList<>(given.ofParts().keySet());
        parts.values().stream().filter(part -> presentation.includes(part.name())).forEach(part -> {
            foreign.removeIf(name -> name.startsWith(part.name()));
            making.put(part.name(), part.prepare(inputs, given.ofParts()));
        });
        foreign.forEach(name -> inputs.reject(name, "`" + name + "` goes with `include=related` alone."));
        return new Wanted(presentation, making);
    }

    private Object document(Site site, FoundArticle found, Wanted wanted) {
        var made = new LinkedHashMap<String, JsonNode>();
        wanted.parts().forEach((name, part) -> made.put(name, part.of(site, ArticleHead.of(found.article(), site))));
        return documents.one(site, found, wanted.presentation().without(parts.keySet()), made);
    }

    /** The article a path names, for rooms that tell more about it; not found, moved and gone are said as for itself. */
    public ArticleHead head(Site site, String ref, String pathAfterRef) {
        var found = finder.required(site, ref, finder.first(ref, false), slug -> "/v1/articles/" + slug + pathAfterRef);
        return ArticleHead.of(found.article(), site);
    }

    /** Which of these are public on the site and may stand in lists that nobody made by hand. */
    public Map<UUID, ArticleHead> heads(Site site, Set<UUID> ids) {
        var heads = new LinkedHashMap<UUID, ArticleHead>();
        rows.byIds(ids, false).values().stream().filter(article -> article.isOn(site))
                .forEach(article -> heads.put(article.id(), ArticleHead.of(article, site)));
        return heads;
    }

    /** What the filters of lists select, for rooms that look for something else in it; mistakes go to the inputs. */
    public Selected selected(ArticleFilterParameters given, Site site) {
        positions.now();
        var cacheTags = new LinkedHashSet<String>();
        var selection = filters.read(inputs, given, site, false, cacheTags);
        return new Selected(merges.widened(selection, site), selection.canonical(), collections.members(selection.outside()),
                cacheTags);
    }

    /** In the order given, in the amount of the view; what is not public on the site is left out. */
    public Map<UUID, Object> documents(Site site, List<UUID> ids, ArticleView view) {
        return documents(site, ids, Presentation.of(view));
    }

    /** The same, with what {@code include} adds and what {@code fields} keeps. */
    public Map<UUID, Object> documents(Site site, List<UUID> ids, Presentation presentation) {
        var found = rows.byIds(ids, presentation.needsBody());
        var shown = ids.stream().map(found::get).filter(Objects::nonNull).filter(article -> article.isOn(site)).toList();
        var written = documents.list(site, shown, presentation);
        var byId = new LinkedHashMap<UUID, Object>();
        for (var i = 0; i < shown.size(); i++) {
            byId.put(shown.get(i).id(), written.get(i));
        }
        return byId;
    }

    /** The site asked for; an unknown one is a mistake among the others of the request. */
    public Site site(@Nullable String slug) {
        return sites.requested(inputs, slug);
    }

    /**
     * What filters select.
     *
     * @param canonical the same text for the same filters
     * @param except what stands in the collections that were left out
     * @param cacheTags what makes an answer within it stale
     */
    public record Selected(Selection selection, String canonical, Set<UUID> except, Set<String> cacheTags) {
        public Selected {
            except = Set.copyOf(except);
            cacheTags = Set.copyOf(cacheTags);
        }
    }

    /** How much of an article, and the parts that rooms above add. */
    private record Wanted(Presentation presentation, Map<String, IncludedPart.Making> parts) {
    }
}
