package org.depesche.content.article.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.category.CategoryTree;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.site.FormerSiteUrls;
import org.depesche.content.site.Site;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.junit.jupiter.api.Test;

class ArticleReferenceLoaderTest {

    private final UUID home = Uuid7.next();
    private final Site asked = new Site(Uuid7.next(), "zweit", "Zweit", null, "de", Site.DEFAULT_ARTICLE_URL, null,
            MachineUse.NONE,
            FormerSiteUrls.NONE, false,
            ZoneOffset.UTC, Instant.EPOCH);

    @Test
    void aResponseIsStaleWhenTheSiteOfItsCanonicalUrlChanges() {
        var loaded = new ArticleReferenceLoader.LoadedReferences(asked, null, CategoryTree.empty(), Map.of(), Map.of(),
                Map.of(), Map.of(),
                new HashMap<>());

        assertThat(loaded.cacheTags(List.of(article()))).contains(CacheTag.site(home));
    }

    /** An article whose home is one site, and which is placed on another site, too. */
    private PublishedArticle article() {
        var now = Instant.parse("2024-10-21T10:00:00Z");
        var placements = List.of(new ArticleContent.Placement(home, Uuid7.next(), List.of()),
                new ArticleContent.Placement(asked.id(), Uuid7.next(), List.of()));
        var content = new ArticleContent(
                new ArticleContent.Classification("news", "de", "free", false, placements, List.of(), List.of()),
                ArticleContent.Story.EMPTY, ArticleContent.Attribution.NONE, ArticleContent.Distribution.NONE);
        return PublishedArticle.of(new ArticleSnapshot(Uuid7.next(), 1, "zu-hause", 1, now, now, now, content, false));
    }
}
