package org.depesche.delivery.search.opensearch;

import org.depesche.delivery.search.document.ArticleField;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.language.MatchLevel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Defines the settings and mappings of an index so that the scores equal those of the Lucene backend. An index has one
 * shard, because each shard would count document frequencies for itself. Terms are indexed as this service computed
 * them. All terms of one word have the same position, so that the length of a text is its number of words.
 */
final class IndexDefinition {

    private static final String WORDS = "words";
    /** More characters than all terms of any word have together. */
    private static final int MAX_TOKEN_LENGTH = 10_000;

    private IndexDefinition() {
    }

    /**
     * The alias for writes to an index. A write to a missing alias fails, whereas a write to a missing index would
     * create the index.
     */
    static String writeAlias(String index) {
        return index + "-w";
    }

    /** The body of the request that creates an index. */
    static ObjectNode of(String index) {
        var definition = object();
        definition.set("settings", settings());
        definition.set("mappings", mappings());
        definition.putObject("aliases").putObject(writeAlias(index));
        return definition;
    }

    private static ObjectNode settings() {
        var index = object().put("number_of_shards", 1).put("auto_expand_replicas", "0-1")
                // each writer refreshes explicitly
                .put("refresh_interval", "-1")
                // for this long, a late write of a previous writer cannot restore a deleted document
                .put("gc_deletes", "10m");
        var analysis = index.putObject("analysis");
        analysis.putObject("tokenizer").putObject(WORDS).put("type", "whitespace").put("max_token_length", MAX_TOKEN_LENGTH);
        analysis.putObject("filter").putObject(WORDS).put("type", "pattern_capture").put("preserve_original", false)
                .putArray("patterns").add("([^" + OpenSearchDocumentMapper.SAME_WORD + "]+)");
        analysis.putObject("analyzer").putObject(WORDS).put("type", "custom").put("tokenizer", WORDS).putArray("filter")
                .add(WORDS);
        var settings = object();
        settings.set("index", index);
        return settings;
    }

    private static ObjectNode mappings() {
        var mappings = object().put("dynamic", false);
        var fields = mappings.putObject("properties");
        fields.set(IndexFields.ID, object().put("type", "keyword"));
        fields.set(IndexFields.LIST, object().put("type", "keyword"));
        fields.set(IndexFields.PUBLISHED, object().put("type", "date").put("format", "strict_date_optional_time"));
        fields.set(IndexFields.NOUNS, wordsField("docs").put("norms", false));
        var excluded = mappings.putObject("_source").putArray("excludes").add(IndexFields.NOUNS);
        for (var level : MatchLevel.values()) {
            for (var field : ArticleField.values()) {
                var indexOptions = level == MatchLevel.PART ? "freqs" : "positions";
                fields.set(field.field(level), wordsField(indexOptions).put("copy_to", IndexFields.all(level)));
                excluded.add(field.field(level));
            }
            fields.set(IndexFields.all(level), wordsField("freqs"));
        }
        return mappings;
    }

    private static ObjectNode wordsField(String indexOptions) {
        return object().put("type", "text").put("analyzer", WORDS).put("index_options", indexOptions);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
