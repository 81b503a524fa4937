package org.depesche.delivery.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import org.depesche.delivery.feed.request.FeedParameters;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.Cursor.Direction;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The checksum of a cursor is not secret, so that a client may forge any content. */
@QuarkusTest
class FeedPagerTest {

    private static final String FEED = "collection";

    @Inject
    FeedPager pager;

    @Test
    @ActivateRequestContext
    void aFeedInAnOrderOfItsOwnContinuesAfterTheArticleOfTheCursor() {
        var first = Uuid7.next();
        var second = Uuid7.next();

        var page = pager.inOrder(List.of(first, second), Set.of(), FEED, after(first.toString(), "7"));

        assertThat(page.articles()).containsExactly(second);
    }

    @Test
    @ActivateRequestContext
    void aFeedContinuesWhereAnArticleWasThatLeftIt() {
        var first = Uuid7.next();
        var third = Uuid7.next();

        var page = pager.inOrder(List.of(first, third), Set.of(), FEED, after(Uuid7.next().toString(), "1"));
        var end = pager.inOrder(List.of(first), Set.of(), FEED, after(Uuid7.next().toString(), "5"));

        assertThat(page.articles()).containsExactly(third);
        assertThat(end.articles()).isEmpty();
    }

    @Test
    @ActivateRequestContext
    void aForgedCursorIsRefused() {
        for (var cursor : List.of(after("kein Artikel", "1"), after(Uuid7.next().toString(), "eins"))) {
            assertThatThrownBy(() -> pager.inOrder(List.of(Uuid7.next()), Set.of(), FEED, cursor))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors()).singleElement()
                            .extracting(InputError::detail).asString().contains("`next_url` in JSON Feed"));
        }
    }

    private static FeedParameters after(String article, String index) {
        var cursor = new Cursor(Direction.NEXT, "position", List.of(article, index)).encode(FEED);
        return new FeedParameters(null, cursor, null, null, null);
    }
}
