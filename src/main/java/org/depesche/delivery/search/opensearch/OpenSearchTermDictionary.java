package org.depesche.delivery.search.opensearch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.query.SpellCheckSettings;
import org.depesche.delivery.search.query.TermDictionary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the cluster knows of words: one request for all of them. */
final class OpenSearchTermDictionary implements TermDictionary {

    /** Lucene's spell checker asks no more of words that so many articles have; the cluster calls the same one. */
    private static final double MAX_TERM_SHARE = 0.01;

    private final ClusterClient cluster;
    private final String index;

    OpenSearchTermDictionary(ClusterClient cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** Counted by way of a made-up article that has these terms. */
    @Override
    public DocumentFrequencies frequencies(Collection<FieldTerm> terms) {
        var article = cluster.object();
        terms.stream()
                .collect(Collectors.groupingBy(FieldTerm::field, Collectors.mapping(FieldTerm::text, Collectors.joining(" "))))
                .forEach(article::put);
        if (article.isEmpty()) {
            return new TermVectors(cluster.object());
        }
        var asked = cluster.object().put("term_statistics", true).put("positions", false).put("offsets", false)
                .put("payloads", false);
        article.fieldNames().forEachRemaining(asked.withArray("fields")::add);
        asked.set("doc", article);
        return new TermVectors(cluster.read("POST", "/" + index + "/_termvectors?realtime=false", asked).path("term_vectors"));
    }

    @Override
    public Map<String, List<String>> corrections(List<String> words) {
        var near = new HashMap<String, List<String>>();
        if (!words.isEmpty()) {
            var asked = cluster.object().put("size", 0);
            asked.putObject("suggest").putObject("near").put("text", String.join(" ", words)).set("term", suggester());
            cluster.read("POST", "/" + index + "/_search", asked).path("suggest").path("near")
                    .forEach(word -> near.put(word.path("text").asText(), options(word)));
        }
        return near;
    }

    private static List<String> options(JsonNode word) {
        return StreamSupport.stream(word.path("options").spliterator(), false).map(option -> option.path("text").asText())
                .toList();
    }

    private ObjectNode suggester() {
        return cluster.object().put("field", IndexFields.all(MatchLevel.EXACT)).put("analyzer", "whitespace")
                .put("size", SpellCheckSettings.MAX_SUGGESTIONS).put("shard_size", SpellCheckSettings.MAX_SUGGESTIONS)
                .put("sort", "score")
                .put("suggest_mode", "missing").put("accuracy", SpellCheckSettings.ACCURACY)
                .put("max_edits", SpellCheckSettings.MAX_EDITS)
                .put("prefix_length", SpellCheckSettings.PREFIX_LENGTH)
                .put("min_word_length", SpellCheckSettings.MIN_WORD_LENGTH)
                .put("max_inspections", SpellCheckSettings.MAX_INSPECTIONS).put("min_doc_freq", 0)
                .put("max_term_freq", MAX_TERM_SHARE);
    }

    /** @param vectors by field, of each term how many articles have it */
    private record TermVectors(JsonNode vectors) implements DocumentFrequencies {

        @Override
        public int of(FieldTerm term) {
            return vectors.path(term.field()).path("terms").path(term.text()).path("doc_freq").asInt(0);
        }

        @Override
        public int articles() {
            return StreamSupport.stream(vectors.spliterator(), false)
                    .mapToInt(field -> field.path("field_statistics").path("doc_count").asInt(0)).max().orElse(0);
        }
    }
}
