package org.depesche.content.collection.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.depesche.platform.json.JsonForm;
import org.depesche.platform.problem.InputError;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

class CollectionFormReaderTest {

    @Test
    void theMostArticlesAreAMatterOfConfiguration() {
        assertThat(read(2, "{\"name\": \"a\", \"articles\": [\"b\", \"c\"]}").form().errors()).isEmpty();
        assertThat(read(2, "{\"name\": \"a\", \"articles\": [\"b\", \"c\", \"d\"]}").form().errors())
                .extracting(InputError::pointer, InputError::detail)
                .containsExactly(tuple("/articles", "`articles` holds 3 articles; at most 2 are allowed."));
    }

    @Test
    void halfACharacterIsNoName() {
        assertThat(read(9, "{\"name\": \"\\ud800\"}").form().errors()).extracting(InputError::pointer).contains("/name");
    }

    private static CollectionFormReader.ParsedCollection read(int most, String body) {
        return new CollectionFormReader(null, () -> most, new ObjectMapper()).readNew(JsonForm.parse(body.getBytes(UTF_8)),
                "default");
    }
}
