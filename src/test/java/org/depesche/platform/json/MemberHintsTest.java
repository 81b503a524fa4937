package org.depesche.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberHintsTest {

    private static final List<String> ARTICLE = List.of("headline", "kicker", "teaser", "body", "category", "tags", "authors",
            "image", "publishedAt", "language", "type");

    @ParameterizedTest
    @CsvSource({ "title,headline", "Titel,headline", "content,body", "excerpt,teaser", "summary,teaser", "section,category",
            "keywords,tags", "author,authors", "byline,authors", "date,publishedAt", "featured_image,image", "lang,language" })
    void aWordOfAnotherSystemLeadsToTheMember(String written, String meant) {
        assertThat(MemberHints.of(written, ARTICLE)).contains(meant);
    }

    @Test
    void onlyAMemberOfTheObjectIsNamed() {
        assertThat(MemberHints.of("title", List.of("name", "slug"))).contains("name");
        assertThat(MemberHints.of("title", List.of("slug"))).isEmpty();
        assertThat(MemberHints.of("farbe", ARTICLE)).isEmpty();
    }
}
