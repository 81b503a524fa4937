package org.depesche.platform.http;

import jakarta.enterprise.inject.Typed;

import io.quarkus.test.junit.QuarkusTest;

/** The same requests with all strings. */
@QuarkusTest
@Typed(HostileInputLongTest.class)
class HostileInputLongTest extends HostileInputTest {

    @Override
    int stride() {
        return 1;
    }
}
