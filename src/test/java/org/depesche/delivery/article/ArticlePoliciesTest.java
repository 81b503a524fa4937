package org.depesche.delivery.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticlePoliciesTest {

    @ParameterizedTest
    @CsvSource({
            "https://www.example.org/politik/hafen, /politik/hafen",
            "https://www.example.org/de/artikel?id=7, /de/artikel?id=7",
            "https://www.example.org?id=7, /?id=7",
            "https://www.example.org/k%C3%BCste, /k%C3%BCste" })
    void theQueryIsPartOfTheAddressOfAnArticle(URI url, String path) {
        assertThat(ArticlePolicies.pathAndQuery(url)).isEqualTo(path);
    }
}
