package org.depesche.delivery.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depesche.delivery.search.index.ArticleIndexFixture.LANGUAGES;
import static org.depesche.delivery.search.index.ArticleIndexFixture.article;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.ArticleIndexContract;
import org.depesche.delivery.search.index.BrokenIndex;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("org.depesche.testkit.OpenSearchNode#isPossible")
class OpenSearchIndexTest extends ArticleIndexContract {

    private final String name = "unit-" + UUID.randomUUID();
    private final ClusterContext means = TestClusterContext.context();
    private final ClusterClient cluster = means.cluster();

    @Override
    protected ArticleIndex empty() {
        cluster.write("PUT", "/" + name, IndexDefinition.of(name));
        var built = new OpenSearchIndex(means, OpenSearchIndexWriter.forNewIndex(name, means, () -> true));
        built.commit();
        return built;
    }

    @AfterEach
    void dropped() throws IOException {
        cluster.write("DELETE", "/" + name, null);
        cluster.close();
    }

    /** As after a crash of the writer between two writes: the articles are indexed, their position is not. */
    @Test
    void changesAfterTheLastPositionAreIndexedAgain() {
        var article = article("Eins", STORM);
        var first = found();
        first.apply(List.of(), List.of(), 5);
        var writing = means.bulkRequest(name);
        writing.put(article.id().toString(), first.writer().position().withSequence(9).version(),
                new OpenSearchDocumentMapper(LANGUAGES).toDocument(article));
        writing.send(true);

        var second = found();

        assertThat(second.position()).isEqualTo(5);
        second.apply(List.of(article), List.of(), 9);
        assertThat(second.position()).isEqualTo(9);
        assertThat(second.size()).isEqualTo(1);
        assertThat(found().position()).isEqualTo(9);
    }

    @Test
    void aDelayedWriterOverwritesNothingOfItsSuccessor() {
        var before = article("Vorher", STORM);
        var former = found();
        former.apply(List.of(before), List.of(), 3);
        var present = found();
        present.apply(List.of(), List.of(before.id()), 4);

        assertThatThrownBy(() -> former.apply(List.of(before), List.of(), 4)).hasMessageContaining("another node");

        assertThat(present.size()).isZero();
        assertThat(found().position()).isEqualTo(4);
    }

    @Test
    void aDeletedIndexIsNotCreatedByAWrite() {
        var present = found();
        present.apply(List.of(), List.of(), 1);
        cluster.write("DELETE", "/" + name, null);

        assertThatThrownBy(() -> present.apply(List.of(article("Eins", "")), List.of(), 2)).isInstanceOf(BrokenIndex.class);
        assertThatThrownBy(present::size).isInstanceOf(BrokenIndex.class);

        empty();
    }

    @Test
    void manyArticlesAreSentInSeveralRequests() {
        var small = found(
                new ClusterContext(cluster, TestClusterContext.config("max-request-size", "2K"), LANGUAGES, means.clock()));

        small.apply(List.of(article("Eins", STORM), article("Zwei", STORM), article("Drei", STORM)), List.of(), 1);

        assertThat(small.size()).isEqualTo(3);
    }

    private OpenSearchIndex found() {
        return found(means);
    }

    private OpenSearchIndex found(ClusterContext with) {
        return new OpenSearchIndex(with, OpenSearchIndexWriter.of(IndexPosition.read(cluster, name).orElseThrow(), with));
    }
}
