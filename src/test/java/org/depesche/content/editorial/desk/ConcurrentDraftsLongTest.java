package org.depesche.content.editorial.desk;

import jakarta.enterprise.inject.Typed;

import io.quarkus.test.junit.QuarkusTest;

/** The same race more often. */
@QuarkusTest
@Typed(ConcurrentDraftsLongTest.class)
class ConcurrentDraftsLongTest extends ConcurrentDraftsTest {

    @Override
    int rounds() {
        return 12;
    }
}
