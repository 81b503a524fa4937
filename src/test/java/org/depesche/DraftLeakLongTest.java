package org.depesche;

import jakarta.enterprise.inject.Typed;

import org.depesche.testkit.SecondProfile;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** All questions in a larger newsroom, whose lists have many pages. */
@QuarkusTest
@Typed(DraftLeakLongTest.class)
@TestProfile(SecondProfile.class)
class DraftLeakLongTest extends DraftLeakTest {

    @Override
    int articles() {
        return 600;
    }

    @Override
    int stride() {
        return 1;
    }
}
