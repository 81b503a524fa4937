package org.depesche.content.publication;

import jakarta.enterprise.inject.Typed;

import org.depesche.testkit.SecondProfile;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The same merges with more batches. */
@QuarkusTest
@Typed(MergeInBatchesLongTest.class)
@TestProfile(SecondProfile.class)
class MergeInBatchesLongTest extends MergeInBatchesTest {

    @Override
    int articles() {
        return 40;
    }
}
