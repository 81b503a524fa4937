package org.depesche.delivery.export;

import io.quarkus.test.junit.QuarkusTest;

/** The same through ten thousand operations. */
@QuarkusTest
class MirrorLongTest extends MirrorTest {

    @Override
    int operations() {
        return 10_000;
    }
}
