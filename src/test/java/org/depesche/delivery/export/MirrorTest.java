package org.depesche.delivery.export;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Export and changes are an exact copy, whatever the newsroom does and however often the copying program crashes. */
@QuarkusTest
class MirrorTest {

    @Test
    void theCopyStaysEqualToTheSource() {
        new MirroredNewsroom().mirror(60);
    }
}
