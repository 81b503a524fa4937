package org.depesche;

import jakarta.enterprise.inject.Typed;

import io.quarkus.test.junit.QuarkusTest;

/** The same requests with all strings. */
@QuarkusTest
@Typed(NaughtyStringsLongTest.class)
class NaughtyStringsLongTest extends NaughtyStringsTest {

    @Override
    int stride() {
        return 1;
    }
}
