package org.depesche;

import jakarta.enterprise.inject.Typed;

import io.quarkus.test.junit.QuarkusTest;

/**
 * The same requests with a third of all strings; every reader of a string has met all of them in {@code HostileStringsTest}.
 */
@QuarkusTest
@Typed(NaughtyStringsLongTest.class)
class NaughtyStringsLongTest extends NaughtyStringsTest {

    @Override
    int stride() {
        return 3;
    }
}
