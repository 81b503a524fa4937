package org.depesche.delivery.search.opensearch;

import org.depesche.delivery.search.document.ArticleField;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.language.MatchLevel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How an index is made, so that it scores as Lucene does here: one shard, as several would each count words for themselves;
 * words as they come, forms of one word at one place, so that a text is as long as its words are many.
 */
final class IndexDefinition {

    private static final String WORDS = "words";
    /** Longer than the forms of any word together. */
    private static final int MAX_TOKEN_LENGTH = 10_000;

    private IndexDefinition() {
    }

    /** The alias by which an index is written to: who misses that one is told so, where an index would be made up. */
    static String writeAlias(String index) {
        return index + "-w";
    }

    static ObjectNode of(String index) {
        var layout = object();
        layout.set("settings", settings());
        layout.set("mappings", mappings());
        layout.putObject("aliases").putObject(writeAlias(index));
        return layout;
    }

    private static ObjectNode settings() {
        var index = object().put("number_of_shards", 1).put("auto_expand_replicas", "0-1")
                // whoever writes says when it is seen
                .put("refresh_interval", "-1")
                // so long a late write of a former keeper cannot bring back what was deleted
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
        fields.set(IndexFields.NOUNS, words("docs").put("norms", false));
        var excluded = mappings.putObject("_source").putArray("excludes").add(IndexFields.NOUNS);
        for (var level : MatchLevel.values()) {
            for (var section : ArticleField.values()) {
                var order = level == MatchLevel.PART ? "freqs" : "positions";
                fields.set(section.field(level), words(order).put("copy_to", IndexFields.all(level)));
                excluded.add(section.field(level));
            }
            fields.set(IndexFields.all(level), words("freqs"));
        }
        return mappings;
    }

    private static ObjectNode words(String kept) {
        return object().put("type", "text").put("analyzer", WORDS).put("index_options", kept);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
