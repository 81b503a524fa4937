package org.depesche.delivery.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.article.ArticleText;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.Selection;
import org.depesche.delivery.search.language.Languages;
import org.depesche.kernel.Uuid7;

/** German articles of one site, and what tests ask an index that has them. */
public final class Questions {

    public static final Languages LANGUAGES = Languages.shipped();
    private static final UUID SITE = Uuid7.next();
    static final ListKey ALL = ListKey.all(SITE);
    static final Instant NOW = Instant.parse("2024-10-21T10:00:00Z");

    private Questions() {
    }

    public static ArticleText article(String headline, String body) {
        return new ArticleText(Uuid7.next(), "de", "", headline, "", body, List.of(),
                Set.of(ALL, ListKey.of(SITE, ListKind.LANGUAGE, "de")), List.of(), NOW);
    }

    public static Found find(ArticleIndex index, String words) {
        return find(index, words, 0, 20, Optional.empty());
    }

    static Found find(ArticleIndex index, String words, int skipped, int limit, Optional<SearchedState> state) {
        return index.find(new SearchQuery(words, Selection.of(ALL), Set.of(), skipped, limit, state,
                Set.of(ListKind.LANGUAGE), NOW));
    }

    public static List<Likeness> similar(ArticleIndex index, ArticleText article) {
        return index.similar(new LikenessQuery(article.id(), ALL, Set.of(), Set.of(), 10));
    }

    public static List<UUID> beginning(ArticleIndex index, String words) {
        return index.beginning(words, ALL, 20);
    }
}
