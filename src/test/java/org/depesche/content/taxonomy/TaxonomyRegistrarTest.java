package org.depesche.content.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.testkit.DatabaseCostMeter;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TaxonomyRegistrarTest {

    @Inject
    Tags tags;

    @Inject
    DatabaseCostMeter meter;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void namesThatDifferInCaseSpacesOrUnicodeFormAreEqual() {
        var first = made(List.of("Grüne " + mark)).values().iterator().next();

        var again = made(List.of("grüne  " + mark, " GRÜNE " + mark, "Gru\u0308ne " + mark, "gruene-" + mark));

        assertThat(again.values()).containsOnly(first);
    }

    @Test
    void namesWithTheSameSortKeyAreDifferent() {
        var ids = made(List.of("Mueller " + mark, "Müller " + mark, "Muller " + mark));

        assertThat(Set.copyOf(ids.values())).hasSize(3);
        assertThat(slugs(ids)).containsExactlyInAnyOrder("mueller-" + mark, "mueller-" + mark + "-2", "muller-" + mark);
    }

    @Test
    void aSlugBesideItsNewNameMeansThatName() {
        var ids = made(List.of("dr-x-" + mark, "Dr. X. " + mark, "Ä " + mark, "ae-" + mark, "Mueller " + mark, "Müller " + mark,
                "mueller-" + mark));

        assertThat(ids).hasSize(7);
        assertThat(tags.byIds(ids.values()).values()).extracting(Tag::name, Tag::slug).containsExactlyInAnyOrder(
                tuple("Dr. X. " + mark, "dr-x-" + mark), tuple("Ä " + mark, "ae-" + mark),
                tuple("Mueller " + mark, "mueller-" + mark), tuple("Müller " + mark, "mueller-" + mark + "-2"));
        assertThat(made(List.of("dr-x-" + mark, "ae-" + mark)).values()).isSubsetOf(ids.values());
    }

    @Test
    void namesWithoutAnAsciiSpellingGetSlugsToo() {
        var ids = made(List.of("東京" + mark.replaceAll("[a-z0-9]", "火"), "моcква", "عربي"));

        assertThat(slugs(ids)).allMatch(slug -> !slug.isBlank()).doesNotHaveDuplicates();
    }

    @Test
    void aThousandNamesTakeAsManyStatementsAsTwo() {
        var words = IntStream.range(0, 1_000).mapToObj(at -> "Menge " + mark + " " + at).toList();

        made(words.subList(0, 2));
        var few = meter.countStatements(() -> made(List.of("Wenig " + mark + " 1", "Wenig " + mark + " 2")));
        var many = meter.countStatements(() -> assertThat(made(words)).hasSize(1_000));

        // inserts are sent in batches of 500 rows, and background tasks query, too
        assertThat(many).isLessThanOrEqualTo(few + 10);
    }

    @Test
    void twoTransactionsThatCreateTheSameNameShareOneEntry() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (var round = 0; round < 10; round++) {
                var name = "Gleichzeitig " + mark + " " + round;
                var runs = new ArrayList<Future<Map<String, UUID>>>();
                for (var thread = 0; thread < 4; thread++) {
                    runs.add(pool.submit(() -> made(List.of(name))));
                }
                var ids = new ArrayList<UUID>();
                for (var run : runs) {
                    ids.add(run.get().get(name));
                }
                assertThat(Set.copyOf(ids)).hasSize(1);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aNewEntryIsVisibleInItsTransactionAndRolledBackWithIt() {
        var own = new AtomicReference<UUID>();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            own.set(tags.findOrCreate(List.of("Flüchtig " + mark)).values().iterator().next());
            assertThat(tags.byIds(List.of(own.get()))).containsKey(own.get());
            throw new IllegalStateException("taken back");
        })).hasMessage("taken back");

        assertThat(tags.byIds(List.of(own.get()))).isEmpty();
    }

    @Test
    void anEmptyNameIsAProgrammingError() {
        assertThatThrownBy(() -> made(List.of("  "))).isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, UUID> made(List<String> words) {
        return QuarkusTransaction.requiringNew().call(() -> tags.findOrCreate(words));
    }

    private List<String> slugs(Map<String, UUID> ids) {
        return tags.byIds(ids.values()).values().stream().map(tag -> tag.slug()).toList();
    }
}
