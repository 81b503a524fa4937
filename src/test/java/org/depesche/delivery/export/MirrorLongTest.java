package org.depesche.delivery.export;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The same through ten thousand operations. */
@QuarkusTest
class MirrorLongTest {

    @Test
    void theCopyStaysEqualToTheSource() {
        new MirroredNewsroom().mirror(10_000);
    }
}
