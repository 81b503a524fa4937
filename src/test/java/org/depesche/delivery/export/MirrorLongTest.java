package org.depesche.delivery.export;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The same through many operations: a thousand, or as many as {@code -Ddepesche.mirror.operations} says. */
@QuarkusTest
class MirrorLongTest {

    @Test
    void theCopyStaysEqualToTheSource() {
        new MirroredNewsroom().mirror(Integer.getInteger("depesche.mirror.operations", 1_000));
    }
}
