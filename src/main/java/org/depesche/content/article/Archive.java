package org.depesche.content.article;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.ArchiveResource.ArchiveMonth;
import org.depesche.content.article.ArchiveResource.ArchiveMonths;
import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.list.ArticleFilterResolver;
import org.depesche.content.article.list.ArticleListTags;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.publication.MergeListMover;
import org.depesche.content.site.SiteReads;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;

/** Counts articles by their month of publication. */
@ApplicationScoped
@Transactional
class Archive {

    private final SiteReads reads;
    private final ArticleFilterResolver filters;
    private final MergeListMover mergingLists;
    private final PublishedListReader reader;
    private final ListRegistry listings;
    private final PublicationZone zone;
    private final ResponseMetadata metadata;
    private final QueryParameters inputs;

    Archive(SiteReads reads, ArticleFilterResolver filters, MergeListMover merges, PublishedListReader reader,
            ListRegistry listings,
            PublicationZone zone, ResponseMetadata metadata, QueryParameters inputs) {
        this.reads = reads;
        this.filters = filters;
        this.mergingLists = merges;
        this.reader = reader;
        this.listings = listings;
        this.zone = zone;
        this.metadata = metadata;
        this.inputs = inputs;
    }

    ArchiveMonths months(ArticleFilterParameters given) {
        var site = reads.begin(given.site());
        var resolved = filters.resolve(inputs, given, site, false);
        var selection = mergingLists.withMergingLists(resolved, site);
        inputs.verify();
        metadata.cacheTags(ArticleListTags.of(resolved));
        // without filters each month is a list with a known size
        var counts = new TreeMap<String, Long>(Comparator.reverseOrder());
        if (given.isUnfiltered()) {
            counts.putAll(listings.sizes(site.id(), ListKind.MONTH));
            resolved.noneOf().forEach(list -> reader.countByMonth(ListFilter.of(list), zone.zone())
                    .forEach((month, count) -> counts.computeIfPresent(month.toString(),
                            (text, all) -> all > count ? all - count : null)));
        } else {
            reader.countByMonth(selection, zone.zone()).forEach((month, count) -> counts.put(month.toString(), count));
        }
        return new ArchiveMonths(counts.entrySet().stream().map(Archive::month).toList());
    }

    private static ArchiveMonth month(Map.Entry<String, Long> month) {
        return new ArchiveMonth(month.getKey(), month.getValue());
    }
}
