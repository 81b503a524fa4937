package org.depesche.content.article;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.ArchiveResource.ArchiveMonth;
import org.depesche.content.article.ArchiveResource.ArchiveMonths;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.Listings;
import org.depesche.content.listing.Selections;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.LogPosition;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.http.PublicationZone;

/** Counts publications by month. */
@ApplicationScoped
@Transactional
class Archive {

    private final Articles articles;
    private final ArticleFilters filters;
    private final MergedLists merges;
    private final Selections selections;
    private final Listings listings;
    private final LogPosition positions;
    private final PublicationZone zone;
    private final Provenance provenance;
    private final Inputs inputs;

    Archive(Articles articles, ArticleFilters filters, MergedLists merges, Selections selections, Listings listings,
            LogPosition positions,
            PublicationZone zone, Provenance provenance, Inputs inputs) {
        this.articles = articles;
        this.filters = filters;
        this.merges = merges;
        this.selections = selections;
        this.listings = listings;
        this.positions = positions;
        this.zone = zone;
        this.provenance = provenance;
        this.inputs = inputs;
    }

    ArchiveMonths months(ArticleFilterParameters given) {
        positions.now();
        var site = articles.site(given.site());
        var tags = new LinkedHashSet<String>();
        var selection = merges.widened(filters.read(inputs, given, site, false, tags), site);
        inputs.verify();
        provenance.tags(tags);
        // without filters the months are lists of their own whose sizes are known
        var counts = new TreeMap<String, Long>(Comparator.reverseOrder());
        if (given.given().isEmpty()) {
            counts.putAll(listings.sizes(site.id(), ListKind.MONTH));
        } else {
            selections.months(selection, zone.zone()).forEach((month, count) -> counts.put(month.toString(), count));
        }
        return new ArchiveMonths(counts.entrySet().stream().map(Archive::month).toList());
    }

    private static ArchiveMonth month(Map.Entry<String, Long> month) {
        return new ArchiveMonth(month.getKey(), month.getValue());
    }
}
