package org.depesche.content.article.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.platform.http.CacheTag;
import org.junit.jupiter.api.Test;

class ArticleListTagsTest {

    private static final UUID SITE = UUID.randomUUID();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void aListOfAllArticlesChangesWithAnyArticle() {
        assertThat(ArticleListTags.of(ListFilter.of(ListKey.all(SITE)))).containsExactly(CacheTag.LIST_ALL);
        assertThat(ArticleListTags.of(ListFilter.of(ListKey.of(SITE, ListKind.TYPE, "news"))))
                .containsExactly(CacheTag.LIST_ALL);
    }

    @Test
    void theTagsOfOneGroupAreEnough() {
        var filter = filter(Set.of(key(ListKind.TAG, ONE), key(ListKind.TAG, OTHER)), Set.of(key(ListKind.AUTHOR, ONE)));

        assertThat(ArticleListTags.of(filter)).containsExactlyInAnyOrder(CacheTag.listOfTag(ONE), CacheTag.listOfTag(OTHER));
    }

    @Test
    void aListBelowAnImageCarriesTheTagOfTheImage() {
        var filter = filter(Set.of(key(ListKind.CATEGORY, OTHER)), Set.of(key(ListKind.IMAGE, ONE)));

        assertThat(ArticleListTags.of(filter)).containsExactly(CacheTag.image(ONE));
    }

    @Test
    void anExcludedCollectionAddsItsTag() {
        var filter = new ListFilter(List.of(Set.of(key(ListKind.CATEGORY, ONE))), Set.of(), null, null, Set.of(),
                Set.of(OTHER));

        assertThat(ArticleListTags.of(filter)).containsExactlyInAnyOrder(CacheTag.listOfCategory(ONE),
                CacheTag.collection(OTHER));
    }

    private static ListFilter filter(Set<ListKey> first, Set<ListKey> second) {
        return new ListFilter(List.of(first, second), Set.of(), null, null, Set.of(), Set.of());
    }

    private static ListKey key(ListKind kind, UUID id) {
        return ListKey.of(SITE, kind, id);
    }
}
