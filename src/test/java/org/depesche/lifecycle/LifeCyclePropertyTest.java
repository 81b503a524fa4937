package org.depesche.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/**
 * Several editors make random changes to articles at once. Every answer, and the state after each run, must agree with a
 * model. {@code -Ddepesche.seed=…} repeats the changes of a former run, but not the order of the threads.
 */
@QuarkusTest
class LifeCyclePropertyTest {

    int runs() {
        return 2;
    }

    int steps() {
        return 200;
    }

    @Test
    void concurrentEditorsAgreeWithTheModel() {
        var seed = Long.getLong("depesche.seed", System.nanoTime());
        var from = System.nanoTime();

        var scenes = new ShrinkingRunner(URI.create("http://localhost:" + RestAssured.port), 6);
        scenes.run(seed, runs(), steps());

        assertThat(scenes.answers()).as("people met, and were refused").containsKeys(200, 204, 409, 412, 422);
        Log.infof("Played %d steps in %d s, seed=%d, answers=%s", runs() * steps(), (System.nanoTime() - from) / 1_000_000_000,
                seed, scenes.answers());
    }
}
