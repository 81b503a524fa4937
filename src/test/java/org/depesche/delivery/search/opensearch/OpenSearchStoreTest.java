package org.depesche.delivery.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depesche.delivery.search.index.ArticleIndexFixture.article;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.BrokenIndex;
import org.depesche.delivery.search.index.IndexUnreachable;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.kernel.Uuid7;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Two nodes share an index. */
@EnabledIf("org.depesche.testkit.OpenSearchNode#isPossible")
class OpenSearchStoreTest {

    private final UUID base = Uuid7.next();
    private final Map<String, String> leases = new ConcurrentHashMap<>();
    private final OpenSearchStore one = node("one");
    private final OpenSearchStore other = node("other");

    @AfterEach
    void dropped() {
        try (var cluster = new ClusterClient(TestClusterContext.config())) {
            cluster.read("GET", "/depesche-*" + base + "-*/_alias", null).fieldNames()
                    .forEachRemaining(name -> cluster.write("DELETE", "/" + name, null));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        one.close();
        other.close();
    }

    @Test
    void theOtherNodeSeesWhatTheWriterWrote() {
        assertThat(one.tryBecomeWriter()).isTrue();
        assertThat(other.tryBecomeWriter()).isFalse();
        assertThat(other.openCurrent()).isEmpty();
        var kept = built(one, 3);
        var seen = other.openCurrent().orElseThrow();
        assertThat(seen.position()).isEqualTo(3);

        kept.apply(List.of(article("Sturm", ""), article("Sturm", "")), List.of(), 7);

        assertThat(other.reopenIfChanged(seen)).isSameAs(seen);
        assertThat(seen.position()).isEqualTo(7);
        assertThat(seen.size()).isEqualTo(2);
    }

    @Test
    void aNewIndexReplacesThePreviousOneOnAllNodes() {
        built(one, 3);
        var previous = other.openCurrent().orElseThrow();
        var newIndex = built(one, 5);

        assertThat(previous.size()).isZero(); // still exists for nodes that do not know the new index
        assertThat(other.reopenIfChanged(previous).position()).isEqualTo(5);
        one.reopenIfChanged(newIndex); // deletes the previous index, whose retention is over
        assertThatThrownBy(previous::size).isInstanceOf(BrokenIndex.class);
    }

    @Test
    void oneNodeBuildsAtATimeAndLeavesNothingBehind() {
        one.create();
        assertThatThrownBy(other::create).hasMessageContaining("another node");
        assertThat(one.openCurrent()).isEmpty(); // not before the build is complete

        one.close();

        built(other, 1);
        try (var cluster = new ClusterClient(TestClusterContext.config())) {
            assertThat(cluster.read("GET", "/depesche-*" + base + "-*/_alias", null)).hasSize(1);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anotherNodeContinuesWhenTheWriterFails() {
        one.tryBecomeWriter();
        built(one, 3);
        var taken = other.openCurrent().orElseThrow();

        one.close();

        assertThat(other.tryBecomeWriter()).isTrue();
        taken.apply(List.of(article("Sturm", "")), List.of(), 4);
        assertThat(other.reopenIfChanged(taken).position()).isEqualTo(4);
    }

    @Test
    void aClosedPortIsUnreachable() {
        var store = store("nobody", TestClusterContext.context("hosts", "http://127.0.0.1:9"));

        assertThatThrownBy(store::openCurrent).isInstanceOf(IndexUnreachable.class);
        store.close();
    }

    private static ArticleIndex built(OpenSearchStore store, long position) {
        var newIndex = store.create();
        newIndex.apply(List.of(), List.of(), position);
        newIndex.commit();
        store.activate(newIndex, () -> {
        });
        return newIndex;
    }

    private OpenSearchStore node(String name) {
        return store(name, TestClusterContext.context("replaced-index-retention", "PT0S", "lease", "PT0.001S"));
    }

    private OpenSearchStore store(String name, ClusterContext means) {
        var roles = new IndexLeases((lease, duration) -> leases.computeIfAbsent(lease, free -> name).equals(name),
                lease -> leases.remove(lease, name), means.config().lease(), means.clock());
        return new OpenSearchStore(means, () -> base, roles);
    }
}
