package org.depesche.content.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class EmptyListsTest {

    private static final ListKey POLITICS = ListKey.of(new UUID(0, 1), ListKind.OTHER_IN_CATEGORY, new UUID(0, 2));
    private static final ListKey SPORTS = ListKey.of(new UUID(0, 1), ListKind.OTHER_IN_CATEGORY, new UUID(0, 3));

    private final EmptyLists lists = new EmptyLists();

    @Test
    void anUnknownListMayHaveArticles() {
        lists.remember(List.of(POLITICS), 7);

        assertThat(lists.areEmpty(List.of(POLITICS), 7)).isTrue();
        assertThat(lists.areEmpty(List.of(POLITICS, SPORTS), 7)).isFalse();
    }

    @Test
    void atAnotherPositionAListMayHaveArticles() {
        lists.remember(List.of(POLITICS), 7);

        assertThat(lists.areEmpty(List.of(POLITICS), 8)).isFalse();
        assertThat(lists.areEmpty(List.of(POLITICS), 6)).isFalse();
    }
}
