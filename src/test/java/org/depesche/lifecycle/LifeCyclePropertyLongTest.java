package org.depesche.lifecycle;

import jakarta.enterprise.inject.Typed;

import io.quarkus.test.junit.QuarkusTest;

/** The same check over five thousand steps. */
@QuarkusTest
@Typed(LifeCyclePropertyLongTest.class)
class LifeCyclePropertyLongTest extends LifeCyclePropertyTest {

    @Override
    int runs() {
        return 5;
    }

    @Override
    int steps() {
        return 1_000;
    }
}
