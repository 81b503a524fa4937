package org.depesche.delivery.feed;

import jakarta.enterprise.inject.Typed;

import io.quarkus.test.junit.QuarkusTest;

/** The same with every text. */
@QuarkusTest
@Typed(FeedCorpusLongTest.class)
class FeedCorpusLongTest extends FeedCorpusTest {

    @Override
    int stride() {
        return 1;
    }
}
