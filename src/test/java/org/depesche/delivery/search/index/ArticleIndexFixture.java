package org.depesche.delivery.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.article.ArticleText;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.kernel.Uuid7;

/** German articles of one site, and queries to an index that contains them. */
public final class ArticleIndexFixture {

    public static final WordAnalyzers LANGUAGES = WordAnalyzers.withBundledDictionary();
    private static final UUID SITE = Uuid7.next();
    static final ListKey ALL = ListKey.all(SITE);
    static final Instant NOW = Instant.parse("2024-10-21T10:00:00Z");

    private ArticleIndexFixture() {
    }

    public static ArticleText article(String headline, String body) {
        return article(headline, body, NOW);
    }

    static ArticleText article(String headline, String body, Instant publishedAt) {
        return new ArticleText(Uuid7.next(), "de", "", headline, "", body, List.of(),
                Set.of(ALL, ListKey.of(SITE, ListKind.LANGUAGE, "de")), List.of(), publishedAt);
    }

    static ArticleText english(String headline, String body) {
        return new ArticleText(Uuid7.next(), "en", "", headline, "", body, List.of(),
                Set.of(ALL, ListKey.of(SITE, ListKind.LANGUAGE, "en")), List.of(), NOW);
    }

    public static SearchResult find(ArticleIndex index, String words) {
        return find(index, words, 0, 20, Optional.empty());
    }

    public static SearchResult find(ArticleIndex index, String words, int skipped, int limit, Optional<IndexSnapshotId> state) {
        return index.search(new SearchQuery(ParsedQuery.parse(words), ListFilter.of(ALL), Set.of(),
                SearchPosition.ranked(skipped, limit, state),
                Set.of(ListKind.LANGUAGE), true, NOW));
    }

    public static List<SimilarHit> similar(ArticleIndex index, ArticleText article) {
        return index.similar(new SimilarQuery(article.id(), ALL, Set.of(), Set.of(), 10));
    }

    public static List<UUID> suggest(ArticleIndex index, String words) {
        return index.suggest(words, ALL, 20);
    }
}
