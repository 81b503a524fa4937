package org.depesche.content.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

import org.depesche.content.listing.ListEntry;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.projection.ArticleListKeys;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.site.Site;
import org.depesche.kernel.LanguageTag;

/**
 * Chooses the version of a story that the lists of a site show: the one in the site's language, else the original, else the
 * one published first. A list that is filtered by a language chooses among the versions in that language.
 */
public final class LanguageVersionSelector {

    private static final String ALL_LANGUAGES = "";

    private final ArticleListKeys lists;
    private final SiteTreeCache trees;

    public LanguageVersionSelector(ArticleListKeys lists, SiteTreeCache trees) {
        this.lists = lists;
        this.trees = trees;
    }

    /**
     * Returns the entries of the versions that are not chosen, on all their sites.
     *
     * @param story the public language versions of one story
     */
    public List<ListEntry> others(Collection<PublishedArticle> story) {
        var entries = new ArrayList<ListEntry>();
        if (story.size() > 1) {
            story.stream().flatMap(this::sites).distinct().forEach(site -> entries.addAll(others(story, site)));
        }
        return entries;
    }

    private List<ListEntry> others(Collection<PublishedArticle> story, Site site) {
        var versions = story.stream().filter(version -> version.isOn(site)).sorted(preference(site)).toList();
        var ranges = new LinkedHashSet<String>();
        versions.forEach(version -> ranges.addAll(ranges(version)));
        return ranges.stream().flatMap(range -> versions.stream().filter(version -> ranges(version).contains(range)).skip(1)
                .flatMap(version -> entries(version, site, range))).toList();
    }

    /** Returns all entries that an article may have in the lists of left out versions: on its sites, for its languages. */
    public List<ListEntry> possible(PublishedArticle article) {
        return sites(article).flatMap(site -> ranges(article).stream().flatMap(range -> entries(article, site, range)))
                .toList();
    }

    private Stream<Site> sites(PublishedArticle article) {
        return article.content().classification().placements().stream().map(placement -> trees.site(placement.site()))
                .distinct();
    }

    /** Returns the entries of a version. For all languages there are also lists for each tag, author and category. */
    private Stream<ListEntry> entries(PublishedArticle version, Site site, String range) {
        return range.equals(ALL_LANGUAGES)
                ? lists.entriesByContent(version, trees).stream().filter(entry -> entry.list().site().equals(site.id()))
                        .flatMap(entry -> entry.leftOut().stream())
                : Stream.of(entry(version, site, range));
    }

    private static List<String> ranges(PublishedArticle version) {
        var ranges = new ArrayList<>(LanguageTag.ranges(language(version)));
        ranges.add(ALL_LANGUAGES);
        return ranges;
    }

    /** Returns an entry with the time of publication as that of the update: these lists are never read by the latter. */
    private static ListEntry entry(PublishedArticle version, Site site, String range) {
        return new ListEntry(ListKey.of(site.id(), ListKind.OTHER_VERSION, range), version.publishedAt(), version.id(),
                version.publishedAt());
    }

    private static Comparator<PublishedArticle> preference(Site site) {
        return Comparator.<PublishedArticle> comparingInt(version -> distance(language(version), site.language()))
                .thenComparing(version -> !version.id().equals(version.translationGroup()))
                .thenComparing(PublishedArticle::publishedAt).thenComparing(version -> version.id().toString());
    }

    /** Returns 0 for equal tags, 1 if one tag only adds a region, 2 for two regions of a language, and 3 otherwise. */
    private static int distance(String language, String preferred) {
        if (language.equals(preferred)) {
            return 0;
        }
        var ranges = LanguageTag.ranges(language);
        var preferredRanges = LanguageTag.ranges(preferred);
        if (ranges.contains(preferred) || preferredRanges.contains(language)) {
            return 1;
        }
        return ranges.get(ranges.size() - 1).equals(preferredRanges.get(preferredRanges.size() - 1)) ? 2 : 3;
    }

    private static String language(PublishedArticle version) {
        return version.content().classification().language();
    }
}
