package org.depesche.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/**
 * Many people do all there is to do to articles, at once and by chance; what the service says and what the model says must
 * agree, in every answer and at every reckoning. With {@code -Ddepesche.seed=…} what was found can be looked for again; the
 * order
 * of the threads is always another.
 */
@QuarkusTest
class LifeCyclePropertyTest {

    private static final int RUNS = 10;
    private static final int STEPS = 1_000;

    @Test
    void concurrentEditorsAgreeWithTheModel() {
        var seed = Long.getLong("depesche.seed", System.nanoTime());
        var from = System.nanoTime();

        var scenes = new ShrinkingRunner(URI.create("http://localhost:" + RestAssured.port), 6);
        scenes.run(seed, RUNS, STEPS);

        assertThat(scenes.answers()).as("people met, and were refused").containsKeys(200, 204, 409, 412, 422);
        Log.infof("Played %d steps in %d s, seed=%d, answers=%s", RUNS * STEPS, (System.nanoTime() - from) / 1_000_000_000,
                seed, scenes.answers());
    }
}
