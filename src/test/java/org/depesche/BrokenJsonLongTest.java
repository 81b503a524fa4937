package org.depesche;

import jakarta.enterprise.inject.Typed;

import io.quarkus.test.junit.QuarkusTest;

/** The same requests with half of all bodies. */
@QuarkusTest
@Typed(BrokenJsonLongTest.class)
class BrokenJsonLongTest extends BrokenJsonTest {

    @Override
    int stride() {
        return 2;
    }
}
