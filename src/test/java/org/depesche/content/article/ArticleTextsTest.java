package org.depesche.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.publication.PublicationFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ArticleTextsTest {

    @Inject
    ArticleTexts texts;

    @Inject
    PublicationFixture newsroom;

    private final List<UUID> published = new ArrayList<>();

    @BeforeEach
    void manyArticles() {
        var section = newsroom.createCategory("texte");
        for (var number = 0; number < 30; number++) {
            published.add(newsroom.newArticle(section, "Text " + number).publish());
        }
    }

    @Test
    void pagesHaveEachArticleOnceInTheOrderOfTheIds() {
        var read = new ArrayList<UUID>();
        for (var page = texts.after(null, 25); !page.isEmpty(); page = texts.after(read.get(read.size() - 1), 25)) {
            page.forEach(article -> read.add(article.id()));
        }

        assertThat(read).hasSize((int) texts.count()).containsAll(published)
                .isSortedAccordingTo(Comparator.comparing(UUID::toString)).doesNotHaveDuplicates();
    }

    @Test
    void textsComeInTheOrderOfTheGivenIds() {
        var given = List.of(published.get(20), published.get(3), new UUID(1, 1), published.get(11), published.get(4));

        assertThat(texts.byIds(given)).extracting(ArticleText::id).containsExactly(published.get(20), published.get(3),
                published.get(11), published.get(4));
    }
}
