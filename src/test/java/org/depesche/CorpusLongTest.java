package org.depesche;

import jakarta.enterprise.inject.Typed;

import io.quarkus.test.junit.QuarkusTest;

/** The whole of both corpora, and longer lists. */
@QuarkusTest
@Typed(CorpusLongTest.class)
class CorpusLongTest extends CorpusTest {

    @Override
    int stride() {
        return 1;
    }

    @Override
    int numberedArticles() {
        return 1_000;
    }
}
