package org.depesche.delivery.related;

import org.depesche.testkit.OpenSearchProfile;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The tests of similar news with an index in OpenSearch. */
@EnabledIf("org.depesche.testkit.OpenSearchNode#isPossible")
@QuarkusTest
@TestProfile(OpenSearchProfile.class)
class SimilarNewsInOpenSearchTest extends SimilarNewsTest {
}
