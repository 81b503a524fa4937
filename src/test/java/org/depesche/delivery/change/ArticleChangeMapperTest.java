package org.depesche.delivery.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.projection.ArticleEvent;
import org.depesche.platform.http.CacheTag;
import org.junit.jupiter.api.Test;

class ArticleChangeMapperTest {

    private static final UUID TAG = new UUID(1, 1);
    private static final UUID AUTHOR = new UUID(2, 2);

    @Test
    void anEntryHasThePathAndTheSlugsOfItsLists() {
        var entry = entry(state("politik", "nord", "sued"), state("politik", "nord", "sued"));

        assertThat(entry.path()).isEqualTo("/politik/neu");
        assertThat(entry.category()).isEqualTo("politik");
        assertThat(entry.categories()).containsExactly("politik", "land");
        assertThat(entry.tags()).containsExactly("bruecke");
        assertThat(entry.authors()).containsExactly("jule-petersen");
        assertThat(entry.previous()).isNull();
        assertThat(entry.changed()).containsExactly("headline");
    }

    @Test
    void anArticleThatLeavesASiteIsUnpublishedForItsFollowersAlone() {
        var entry = entry(state("politik", "nord", "sued"), state("politik", "nord"));

        assertThat(entry.sites()).containsExactly("nord");
        assertThat(entry.previous().sites()).containsExactly("nord", "sued");
        assertThat(entry.changed()).containsExactly("headline", "sites");
        assertThat(seen(entry, Set.of(), "nord")).containsExactly("article.updated");
        assertThat(seen(entry, Set.of(), "sued")).containsExactly("article.unpublished");
        assertThat(seen(entry, Set.of("article.unpublished"), "sued")).containsExactly("article.unpublished");
        assertThat(seen(entry, Set.of("article.updated"), "sued")).isEmpty();
        assertThat(seen(entry, Set.of(), "ost")).isEmpty();
        assertThat(seen(entry, Set.of(), "")).containsExactly("article.updated");
    }

    @Test
    void aMoveToAnotherCategoryNamesTheFormerPath() {
        var entry = entry(state("sport", "nord"), state("politik", "nord"));

        assertThat(entry.previous().category()).isEqualTo("sport");
        assertThat(entry.previous().path()).isEqualTo("/sport/neu");
        assertThat(entry.previous().sites()).isNull();
    }

    /** Other language versions enter and leave lists with it, also those of another month. */
    @Test
    void anEntryHasTheMonthOfEachArticleThatChangesLists() {
        var event = new ArticleEvent(ArticleEvent.Kind.UPDATED, new UUID(3, 3), Instant.EPOCH, state("1970-02-03"),
                state("1970-01-02"), List.of("publishedAt")).withRelisted(List.of(state("1969-12-02")));

        var entry = ArticleChangeMapper.toEntry(event, ZoneOffset.UTC, Map.of(TAG, "bruecke"), Map.of(AUTHOR, "jule"));

        assertThat(entry.cacheTags()).extracting(CacheTag::text).filteredOn(tag -> tag.startsWith("list:month:"))
                .containsExactlyInAnyOrder("list:month:1970-01", "list:month:1970-02", "list:month:1969-12");
    }

    private static List<String> seen(ChangeEntry entry, Set<String> types, String site) {
        return new ChangeFilter(types, site).apply(entry).stream().map(ChangeEntry::type).toList();
    }

    private static ChangeEntry entry(ArticleEvent.PublicState before, ArticleEvent.PublicState after) {
        var event = new ArticleEvent(ArticleEvent.Kind.UPDATED, new UUID(3, 3), Instant.EPOCH, before, after,
                List.of("headline"));
        return ArticleChangeMapper.toEntry(event, ZoneOffset.UTC, Map.of(TAG, "bruecke"), Map.of(AUTHOR, "jule-petersen"));
    }

    private static ArticleEvent.PublicState state(String category, String... sites) {
        return state(Instant.EPOCH, category, sites);
    }

    private static ArticleEvent.PublicState state(String day) {
        return state(Instant.parse(day + "T12:00:00Z"), "politik", "nord");
    }

    private static ArticleEvent.PublicState state(Instant publishedAt, String category, String... sites) {
        return new ArticleEvent.PublicState("neu", null, "/" + category + "/neu", List.of(sites), category,
                List.of(category, "land"), Set.of(), Set.of(TAG), Set.of(AUTHOR), Set.of(), publishedAt);
    }
}
