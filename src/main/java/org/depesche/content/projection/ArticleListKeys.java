package org.depesche.content.projection;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Images;
import org.depesche.content.listing.ListEntry;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.SyndicationLevel;
import org.depesche.kernel.LanguageTag;
import org.depesche.platform.http.PublicationZone;

/** Computes which lists contain an article: on each site of its placements, one list for each value that filters match. */
@ApplicationScoped
public class ArticleListKeys {

    private final Images images;
    private final PublicationZone zone;

    ArticleListKeys(Images images, PublicationZone zone) {
        this.images = images;
        this.zone = zone;
    }

    /** The list entries of articles. */
    public List<ListEntry> entries(Collection<PublishedArticle> articles, SiteTreeCache trees) {
        return Stream.concat(articles.stream().flatMap(article -> entriesByContent(article, trees).stream()),
                entriesByLeadImage(articles).stream()).toList();
    }

    /** The list entries that follow from the content alone: all but those of {@link #entriesByLeadImage}. */
    public List<ListEntry> entriesByContent(PublishedArticle article, SiteTreeCache trees) {
        return sites(article).flatMap(site -> keys(site, article, trees).stream()).map(key -> entry(key, article)).toList();
    }

    /** In the lists with and without a lead image: an image whose rights have expired counts as none. */
    public List<ListEntry> entriesByLeadImage(Collection<PublishedArticle> articles) {
        var expired = images.expiredInLists(
                articles.stream().flatMap(article -> article.leadImage().stream()).collect(Collectors.toSet()));
        return articles.stream().flatMap(article -> sites(article).map(site -> entry(ListKey.of(site, ListKind.HAS_IMAGE,
                article.leadImage().filter(image -> !expired.contains(image)).isPresent()), article))).toList();
    }

    private static Stream<UUID> sites(PublishedArticle article) {
        return article.content().classification().placements().stream().map(ArticleContent.Placement::site).distinct();
    }

    private static ListEntry entry(ListKey key, PublishedArticle article) {
        return new ListEntry(key, article.publishedAt(), article.id(), article.updatedAt());
    }

    private Set<ListKey> keys(UUID site, PublishedArticle article, SiteTreeCache trees) {
        var content = article.content();
        var keys = new LinkedHashSet<ListKey>();
        keys.add(ListKey.all(site));
        categories(site, content, trees).forEach(category -> keys.add(ListKey.of(site, ListKind.CATEGORY, category)));
        content.classification().tags().forEach(tag -> keys.add(ListKey.of(site, ListKind.TAG, tag)));
        content.classification().authors().forEach(author -> keys.add(ListKey.of(site, ListKind.AUTHOR, author)));
        article.images().forEach(image -> keys.add(ListKey.of(site, ListKind.IMAGE, image)));
        keys.add(ListKey.of(site, ListKind.TYPE, content.classification().type()));
        LanguageTag.ranges(content.classification().language())
                .forEach(range -> keys.add(ListKey.of(site, ListKind.LANGUAGE, range)));
        keys.add(ListKey.of(site, ListKind.ADVERTISING, content.attribution().advertising() != null));
        keys.add(ListKey.of(site, ListKind.MONTH, YearMonth.from(article.publishedAt().atZone(zone.zone())).toString()));
        var rights = content.attribution().rights();
        if (rights != null && SyndicationLevel.NONE.word().equals(rights.syndication())) {
            keys.add(ListKey.of(site, ListKind.WITHHELD, true));
        }
        if (content.classification().sensitive()) {
            keys.add(ListKey.of(site, ListKind.SENSITIVE, true));
        }
        return keys;
    }

    /** The categories of a site that list an article: those of its placements, and all their ancestors. */
    private static Set<UUID> categories(UUID site, ArticleContent content, SiteTreeCache trees) {
        var tree = trees.tree(site);
        var categoryIds = new HashSet<UUID>();
        content.classification().placements().stream().filter(placement -> placement.site().equals(site)).forEach(placement -> {
            categoryIds.addAll(tree.withAncestors(placement.category()));
            placement.further().forEach(further -> categoryIds.addAll(tree.withAncestors(further)));
        });
        return categoryIds;
    }

    /** The categories on all sites, which the change log names in its cache tags. */
    static Set<UUID> categories(ArticleContent content, SiteTreeCache trees) {
        var categoryIds = new HashSet<UUID>();
        content.classification().placements()
                .forEach(placement -> categoryIds.addAll(categories(placement.site(), content, trees)));
        return categoryIds;
    }
}
