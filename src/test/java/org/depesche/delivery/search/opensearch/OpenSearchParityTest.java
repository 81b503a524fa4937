package org.depesche.delivery.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.depesche.delivery.search.index.ArticleIndexFixture.LANGUAGES;
import static org.depesche.delivery.search.index.ArticleIndexFixture.article;
import static org.depesche.delivery.search.index.ArticleIndexFixture.find;
import static org.depesche.delivery.search.index.ArticleIndexFixture.similar;
import static org.depesche.delivery.search.index.ArticleIndexFixture.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.apache.lucene.store.ByteBuffersDirectory;
import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.delivery.search.lucene.LuceneIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both backends have the same articles, and find the same hits in the same order, with the same reasons and scores. */
@EnabledIf("org.depesche.testkit.OpenSearchNode#isPossible")
class OpenSearchParityTest {

    private static final double NEARLY = 0.002;
    private static final int ARTICLES = 60;
    private static final List<String> SENTENCES = List.of("Ein schwerer Sturm hat die Küste erreicht.",
            "Deiche hielten der Sturmflut stand, Fähren blieben im Hafen.", "Der Rat der Stadt berät den Haushalt.",
            "Die Verwaltungscloud kommt, sagt die Digitalministerkonferenz.", "E-Government bleibt ein Wort der Ämter.",
            "Das Gymnasium bekommt ein neues Dach.", "Die Heimmannschaft gewann vor ausverkauftem Haus.",
            "Lehrer:innen fordern kleinere Klassen.", "Die Häuser am Hafen werden saniert.", "Müller tritt zurück.",
            "Im Theater wurde die Premiere gefeiert.", "Die KI-Verordnung der EU gilt ab August.",
            "Feuerwehren räumten umgestürzte Bäume von den Straßen.", "The harbour was closed for two days.");

    private static final String NAME = "alike-" + UUID.randomUUID();
    private static List<ArticleText> articles = List.of();
    private static ClusterContext means;
    private static LuceneIndex lucene;
    private static ArticleIndex other;

    @BeforeAll
    static void theSameInBoth() throws IOException {
        articles = articles();
        lucene = new LuceneIndex(new ByteBuffersDirectory(), "base", LANGUAGES);
        means = TestClusterContext.context();
        means.cluster().write("PUT", "/" + NAME, IndexDefinition.of(NAME));
        other = new OpenSearchIndex(means, OpenSearchIndexWriter.forNewIndex(NAME, means, () -> true));
        for (var index : List.of(lucene, other)) {
            index.apply(articles, List.of(), 1);
            index.refresh();
            index.commit();
        }
    }

    @AfterAll
    static void dropped() throws IOException {
        means.cluster().write("DELETE", "/" + NAME, null);
        means.cluster().close();
        lucene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Sturm", "Haus Hafen", "\"Rat der Stadt\"", "eGovernment", "E-Government", "KI", "Cloud",
            "Verwaltungscloud Konferenz", "Strumflut", "Sturm -Hafen", "Sturm OR Haushalt", "der die das", "Müller", "Muller",
            "Lehrerinnen", "harbour", "Premiere im Theater am Hafen mit Sturm und Feuerwehr", "nirgends", "Gymnasiun Dahc" })
    void searches(String words) {
        var expected = find(lucene, words);
        var found = find(other, words);

        assertThat(found.total()).isEqualTo(expected.total());
        assertThat(found.facetCounts()).isEqualTo(expected.facetCounts());
        assertThat(found.hits()).extracting(Hit::id).isEqualTo(expected.hits().stream().map(Hit::id).toList());
        for (var i = 0; i < found.hits().size(); i++) {
            assertThat(found.hits().get(i).score()).isCloseTo(expected.hits().get(i).score(), within(NEARLY));
            assertThat(found.hits().get(i).storedText()).isEqualTo(expected.hits().get(i).storedText());
        }
        assertThat(found.didYouMean()).isEqualTo(expected.didYouMean());
        assertThat(suggest(other, words)).containsExactlyInAnyOrderElementsOf(suggest(lucene, words));
    }

    @Test
    void likeness() {
        for (var article : articles.subList(0, 20)) {
            var expected = similar(lucene, article);
            var found = similar(other, article);

            assertThat(found).extracting(SimilarHit::article).isEqualTo(expected.stream().map(SimilarHit::article).toList());
            assertThat(found).extracting(SimilarHit::sharedWords)
                    .isEqualTo(expected.stream().map(SimilarHit::sharedWords).toList());
            for (var i = 0; i < found.size(); i++) {
                assertThat(found.get(i).score()).isCloseTo(expected.get(i).score(), within(NEARLY));
            }
        }
    }

    @Test
    void asManyWordsAsAQueryMayHave() {
        searches("Sturm Küste Deiche Fähren Hafen Rat Stadt Haushalt Verwaltung Cloud Wort Ämter Gymnasium Dach Haus"
                + " Lehrer Klassen Häuser Müller Theater Premiere Verordnung August Feuerwehr");
    }

    /** A cluster counts the clauses of the candidates alone. */
    @Test
    void asManyTermsAsAQueryCanExpandTo() {
        searches("Sturm " + "Donaudampfschifffahrts-Elektrizitäten ".repeat(23));
    }

    private static List<ArticleText> articles() {
        var chance = new Random(42);
        var articles = new ArrayList<ArticleText>();
        for (var n = 0; n < ARTICLES; n++) {
            var body = new StringBuilder();
            for (var remaining = 2 + chance.nextInt(6); remaining > 0; remaining--) {
                body.append(SENTENCES.get(chance.nextInt(SENTENCES.size()))).append(' ');
            }
            articles.add(article(SENTENCES.get(chance.nextInt(SENTENCES.size())), body.toString()));
        }
        return articles;
    }
}
