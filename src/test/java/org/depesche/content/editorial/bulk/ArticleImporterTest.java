package org.depesche.content.editorial.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.content.editorial.form.ArticleFormReader;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.json.JsonForm;
import org.depesche.testkit.DatabaseCostMeter;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ArticleImporterTest {

    @Inject
    ArticleImporter importer;

    @Inject
    ArticleFormReader forms;

    @Inject
    Sites sites;

    @Inject
    DatabaseCostMeter meter;

    private String category = "";
    private final String mark = EditorialRequests.uniqueName("schub");

    @Test
    void aBatchTakesAsManyStatementsHoweverManyRecordsItHas() {
        category = EditorialRequests.createCategory();
        importRecords(0, 2, "Erst");

        var few = meter.countStatements(() -> importRecords(100, 2, "Wenig"));
        var many = meter.countStatements(() -> importRecords(200, 300, "Viel"));

        assertThat(few).isPositive();
        assertThat(many).isLessThanOrEqualTo(few + 10);
    }

    private void importRecords(int from, int count, String word) {
        var rules = QuarkusTransaction.requiringNew()
                .call(() -> new ArticleImporter.ImportRules(sites.defaultSite().id(), false, false, "test"));
        var records = IntStream.range(from, from + count).mapToObj(number -> record(number, word)).toList();
        var results = QuarkusTransaction.requiringNew().call(() -> importer.importAll(records, rules));
        assertThat(results).extracting(ImportResult::errors).containsOnly(List.of());
    }

    /** The articles share tags and lists, because the server counts one update for each list whose size changes. */
    private ArticleImporter.ImportRecord record(int number, String word) {
        var json = """
                {"slug": "%1$s-%2$d", "headline": "%3$s %2$d", "category": "%4$s", "tags": ["%1$s"],
                 "authors": ["%1$s"], "publishedAt": "2024-10-21", "body": [{"type": "paragraph", "html": "%3$s"}]}"""
                .formatted(mark, number, word, category);
        return new ArticleImporter.ImportRecord(forms.read(JsonForm.parse(json.getBytes(UTF_8))), Uuid7.bytes(Uuid7.next()));
    }
}
