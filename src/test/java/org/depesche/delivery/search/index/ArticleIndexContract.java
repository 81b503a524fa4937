package org.depesche.delivery.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.delivery.search.index.ArticleIndexFixture.ALL;
import static org.depesche.delivery.search.index.ArticleIndexFixture.article;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.kernel.Uuid7;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tests that every index has to pass, whatever the backend. */
public abstract class ArticleIndexContract {

    protected static final String STORM = "Ein schwerer Sturm hat in der Nacht die Küste erreicht. Deiche hielten stand, Fähren"
            + " blieben im Hafen, Feuerwehren räumten umgestürzte Bäume von den Straßen. Verletzt wurde niemand.";

    private ArticleIndex index;

    @BeforeEach
    void anEmptyIndex() throws Exception {
        index = empty();
    }

    protected abstract ArticleIndex empty() throws Exception;

    @Test
    protected void whatIsAppliedTwiceIsThereOnce() {
        var article = article("Eins", "");
        index.apply(List.of(article), List.of(), 1);
        index.refresh();
        index.apply(List.of(article), List.of(), 1);
        index.refresh();

        assertThat(index.size()).isEqualTo(1);
        index.apply(List.of(), List.of(article.id(), Uuid7.next()), 2);
        index.refresh();
        assertThat(index.size()).isZero();
        assertThat(index.position()).isEqualTo(2);
    }

    @Test
    protected void aSnapshotShowsWhatTheFirstPageSaw() {
        index.apply(List.of(article("Sturm eins", ""), article("Sturm zwei", "")), List.of(), 1);
        index.refresh();
        var first = find("Sturm", 0, 1, Optional.empty());
        index.apply(List.of(article("Sturm Sturm Sturm", "")), List.of(), 2);
        index.refresh();

        var second = find("Sturm", 1, 1, Optional.of(first.snapshot()));

        assertThat(second.hits()).extracting(Hit::id).doesNotContain(first.hits().get(0).id()).hasSize(1);
        assertThat(second.total()).isEqualTo(2);
        assertThat(second.snapshot()).isEqualTo(first.snapshot());
    }

    @Test
    protected void likeArticlesSayWhatTheyHaveInCommon() {
        var storm = article("Sturm erreicht die Küste", STORM);
        var flood = article("Sturmflut an der Küste",
                "Die Deiche an der Küste hielten der Sturmflut stand, Fähren fuhren nicht.");
        var ball = article("Sieg im Stadion", "Die Heimmannschaft gewann das Spiel vor ausverkauftem Haus.");
        index.apply(List.of(storm, flood, ball, article("Haushalt", "Der Rat berät den Haushalt."),
                article("Schule", "Das Gymnasium bekommt ein Dach.")), List.of(), 1);
        index.refresh();

        var similar = similar(storm);

        assertThat(similar).extracting(SimilarHit::article).first().isEqualTo(flood.id());
        assertThat(similar.get(0).sharedWords()).contains("Küste", "Deiche");
        assertThat(similar.get(0).score()).isBetween(0.05, 1.0);
        assertThat(similar).extracting(SimilarHit::article).doesNotContain(storm.id());
    }

    @Test
    protected void aNumberIsNoReason() {
        var first = article("Sitzung", "Am 4711. Tag berieten die Deichgrafen 4711 Anträge.");
        index.apply(List.of(first, article("Bericht", "Von 4711 Schafen erzählt der Deichgraf: 4711."),
                article("Haushalt", "Der Rat berät den Haushalt.")), List.of(), 1);
        index.refresh();

        var words = similar(first).get(0).sharedWords();

        assertThat(words).isNotEmpty().allSatisfy(word -> assertThat(word).doesNotContain("4711"));
    }

    @Test
    protected void versionsOfOneStoryComeOnce() {
        var storm = article("Sturm erreicht die Küste", STORM);
        var later = article("Sturm erreicht die Küste: erste Bilanz", STORM + " Am Morgen begann das Aufräumen.");
        var other = "Die Sturmflut an der Küste hat Fähren im Hafen gehalten; die Deiche blieben heil, sagte der Deichgraf am Morgen.";
        index.apply(List.of(storm, later, article("Flut", other), article("Flut, zweite Fassung", other),
                article("Schule", "Das Gymnasium bekommt ein Dach.")), List.of(), 1);
        index.refresh();

        assertThat(similar(storm)).extracting(SimilarHit::article).hasSize(1).doesNotContain(later.id());
    }

    /**
     * Until segments are merged, Lucene's document frequencies count deleted articles, and can exceed the number of
     * articles.
     */
    @Test
    protected void deletedArticlesDoNotDisturb() {
        var storms = IntStream.range(0, 10).mapToObj(n -> article("Sturm erreicht die Küste", STORM)).toList();
        index.apply(storms, List.of(), 1);
        index.refresh();
        index.apply(List.of(), storms.stream().skip(8).map(ArticleText::id).toList(), 2);
        index.refresh();

        assertThat(similar(storms.get(0))).isEmpty(); // the others are versions of the same story
    }

    @Test
    protected void whatStandsInAListIsReadInPages() {
        var articles = List.of(article("Eins", ""), article("Zwei", ""), article("Drei", ""));
        index.apply(articles, List.of(), 1);
        index.refresh();

        assertThat(index.articlesInList(ALL, null, 2)).containsExactly(articles.get(0).id(), articles.get(1).id());
        assertThat(index.articlesInList(ALL, articles.get(1).id(), 2)).containsExactly(articles.get(2).id());
    }

    private List<SimilarHit> similar(ArticleText article) {
        return ArticleIndexFixture.similar(index, article);
    }

    private SearchResult find(String words, int skipped, int limit, Optional<IndexSnapshotId> state) {
        return ArticleIndexFixture.find(index, words, skipped, limit, state);
    }
}
