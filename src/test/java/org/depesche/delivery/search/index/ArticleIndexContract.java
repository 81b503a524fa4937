package org.depesche.delivery.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.delivery.search.index.ArticleIndexFixture.ALL;
import static org.depesche.delivery.search.index.ArticleIndexFixture.NOW;
import static org.depesche.delivery.search.index.ArticleIndexFixture.article;
import static org.depesche.delivery.search.index.ArticleIndexFixture.english;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.depesche.content.article.ArticleText;
import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListFilter;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.query.IndexSnapshot.PageRequest;
import org.depesche.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
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

    /** Only the best candidates are ranked by their full scores. */
    @Test
    protected void allPagesTogetherHaveEachHitOnceAndInOneOrder() {
        var articles = IntStream.range(0, PageRequest.RESCORED + 60)
                .mapToObj(
                        n -> article("Sturm" + " Küste".repeat(n % 7), "Deiche ".repeat(n % 11), NOW.minusSeconds(n * 86_400L)))
                .toList();
        index.apply(articles, List.of(), 1);
        index.refresh();

        var first = find("Sturm", 0, 40, Optional.empty());
        var hits = new ArrayList<>(first.hits());
        while (hits.size() < articles.size()) {
            hits.addAll(find("Sturm", hits.size(), 40, Optional.of(first.snapshot())).hits());
        }

        assertThat(first.total()).isEqualTo(articles.size());
        assertThat(hits).extracting(Hit::id).containsExactlyInAnyOrderElementsOf(
                articles.stream().map(ArticleText::id).toList());
        assertThat(hits).extracting(Hit::score).isSortedAccordingTo(Comparator.reverseOrder())
                .allSatisfy(score -> assertThat(score).isPositive());
    }

    @Test
    protected void aRareWordIsFoundInCompoundsAndAFrequentOneAlone() {
        index.apply(List.of(article("Orkan", ""), article("Sturmflut", ""), article("Sturm", "")), List.of(), 1);
        index.refresh();

        assertThat(find("Sturm", 0, 5, Optional.empty()).total()).isEqualTo(2);
        index.apply(IntStream.range(0, 400).mapToObj(n -> article("Sturm " + n, "")).toList(), List.of(), 2);
        index.refresh();
        assertThat(find("Sturm", 0, 5, Optional.empty()).total()).isEqualTo(401);
        assertThat(find("Orkan -Sturm", 0, 5, Optional.empty()).total()).isEqualTo(1);
        assertThat(find("Orkan OR Sturmflut -Sturm", 0, 5, Optional.empty()).total()).isEqualTo(1);
    }

    @Test
    protected void hitsByDateContinueAfterAHitWhateverIsAdded() {
        var articles = IntStream.range(0, 6).mapToObj(n -> article("Sturm " + n, "", NOW.plusMillis(n / 2))).toList();
        index.apply(articles, List.of(), 1);
        index.refresh();
        var newest = IntStream.range(0, 6).mapToObj(n -> articles.get(5 - n).id()).toList();
        var first = findDated(SearchOrder.NEWEST, null);
        index.apply(List.of(article("Sturm", "", NOW.plusSeconds(9)), article("Sturm", "", NOW.minusSeconds(9))), List.of(), 2);
        index.refresh();

        var last = first.hits().get(2);
        var second = findDated(SearchOrder.NEWEST, new KeysetPosition(last.publishedAt(), last.id()));

        assertThat(first.hits()).extracting(Hit::id).isEqualTo(newest.subList(0, 3));
        assertThat(second.hits()).extracting(Hit::id).isEqualTo(newest.subList(3, 6));
        assertThat(second.total()).isEqualTo(8);
        assertThat(second.hits()).allSatisfy(hit -> assertThat(hit.score()).isPositive());
        var back = findDated(SearchOrder.OLDEST,
                new KeysetPosition(second.hits().get(0).publishedAt(), second.hits().get(0).id()));
        assertThat(back.hits()).extracting(Hit::id).containsExactly(newest.get(2), newest.get(1), newest.get(0));
    }

    @Test
    protected void aRangeOfDatesIsExactToTheMillisecond() {
        var article = article("Sturm", "", NOW.plusMillis(500));
        index.apply(List.of(article), List.of(), 1);
        index.refresh();

        assertThat(findBetween(NOW.plusMillis(500), null)).hasSize(1);
        assertThat(findBetween(NOW.plusMillis(501), null)).isEmpty();
        assertThat(findBetween(null, NOW.plusMillis(501))).hasSize(1);
        assertThat(findBetween(null, NOW.plusMillis(500))).isEmpty();
    }

    /** A short word with two other letters is another word. */
    @Test
    protected void onlyALongWordMayHaveTwoErrors() {
        index.apply(List.of(article("Civil und Fahrradweg", "")), List.of(), 1);
        index.refresh();

        for (var word : List.of("COVID", "Cavel")) {
            assertThat(find(word, 0, 5, Optional.empty()).hits()).as(word).isEmpty();
            assertThat(find(word, 0, 5, Optional.empty()).searchedFor()).as(word).isNull();
        }
        assertThat(find("Covil", 0, 5, Optional.empty()).searchedFor()).isEqualTo("Civil");
        assertThat(find("Fahrratwek", 0, 5, Optional.empty()).searchedFor()).isEqualTo("Fahrradweg");
    }

    /** Also on later pages. A word that somebody excludes is never another one. */
    @Test
    protected void aReplacedWordIsReported() {
        index.apply(List.of(article("Sturm in Wendelstein", ""), article("Sturm in Bayern", "")), List.of(), 1);
        index.refresh();

        var found = find("Sturm Wendelstien", 0, 1, Optional.empty());
        assertThat(found.searchedFor()).isEqualTo("Sturm Wendelstein");
        assertThat(find("Sturm Wendelstien", 1, 1, Optional.of(found.snapshot())).searchedFor()).isEqualTo("Sturm Wendelstein");
        assertThat(find("Sturm", 0, 5, Optional.empty()).searchedFor()).isNull();
        assertThat(find("Sturm -Wendelstien", 0, 5, Optional.empty()).total()).isEqualTo(2);
        assertThat(find("Sturm -Wendelstien", 0, 5, Optional.empty()).searchedFor()).isNull();
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

    /** A tag or two significant words; one everyday word is a coincidence, and another language no relation. */
    @Test
    protected void whatHasNothingToSayInCommonIsNotSimilar() {
        var everyday = " Nachts lief Regen über Straße, Platz, Garten, Brücke, Wiese, Acker, Mauer, Treppe und Laterne.";
        var rare = IntStream.range(0, 45).mapToObj(n -> " Eigenwort" + Character.toString('a' + n % 26) + (char) ('a' + n / 26))
                .collect(Collectors.joining());
        var storm = article("Sturm erreicht die Küste", STORM + rare + everyday);
        var others = IntStream.range(0, 8).mapToObj(n -> article("Ratssitzung " + n,
                "Der Kämmerer stellte den Haushalt vor. ".repeat(n + 3) + (n == 0 ? everyday : "")));
        index.apply(Stream.concat(Stream.of(storm, english("Storm", STORM)), others).toList(), List.of(), 1);
        index.refresh();

        assertThat(similar(storm)).isEmpty();
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
        var other = "Die Sturmflut an der Küste hat Fähren im Hafen gehalten; die Deiche blieben heil, sagte der Deichgraf "
                + "am Morgen.";
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

    private SearchResult findDated(SearchOrder order, @Nullable KeysetPosition after) {
        return index.search(new SearchQuery(ParsedQuery.parse("Sturm"), ListFilter.of(ALL), Set.of(),
                SearchPosition.dated(order, 3, after), Set.of(), true, NOW));
    }

    private List<Hit> findBetween(@Nullable Instant from, @Nullable Instant before) {
        var filter = new ListFilter(List.of(Set.of(ALL)), Set.of(), from, before, Set.of(), Set.of());
        return index.search(new SearchQuery(ParsedQuery.parse("Sturm"), filter, Set.of(),
                SearchPosition.ranked(0, 5, Optional.empty()), Set.of(), true, NOW)).hits();
    }

    private List<SimilarHit> similar(ArticleText article) {
        return ArticleIndexFixture.similar(index, article);
    }

    private SearchResult find(String words, int skipped, int limit, Optional<IndexSnapshotId> state) {
        return ArticleIndexFixture.find(index, words, skipped, limit, state);
    }
}
