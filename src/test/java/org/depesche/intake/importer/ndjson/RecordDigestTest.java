package org.depesche.intake.importer.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

class RecordDigestTest {

    @Test
    void orderOfMembersAndSpellingDoNotMatter() throws Exception {
        var digest1 = digest("{\"a\": 1, \"b\": {\"c\": \"\\u00e4\", \"d\": [true, null]}, \"n\": 10.50}");
        var digest2 = digest("{\"n\":10.5,\"b\":{\"d\":[true,null],\"c\":\"ä\"},\"a\":1.0}");

        assertThat(digest1).isEqualTo(digest2);
    }

    @Test
    void orderOfAListAndKindOfAValueDoMatter() throws Exception {
        assertThat(digest("{\"a\": [1, 2]}")).isNotEqualTo(digest("{\"a\": [2, 1]}"));
        assertThat(digest("{\"a\": \"1\"}")).isNotEqualTo(digest("{\"a\": 1}"));
        assertThat(digest("{\"a\": null}")).isNotEqualTo(digest("{\"a\": \"null\"}"));
        assertThat(digest("{\"a\": [[1], 2]}")).isNotEqualTo(digest("{\"a\": [[1, 2]]}"));
    }

    @Test
    void aHugeExponentCostsNothing() throws Exception {
        assertThat(digest("{\"a\": 1e999999999}")).isNotEqualTo(digest("{\"a\": 1}"));
    }

    private static byte[] digest(String json) throws Exception {
        return new RecordDigest().of(new ObjectMapper().readTree(json));
    }
}
