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

/** Reads the terms of an index in the cluster, with one request for all terms. */
final class OpenSearchTermDictionary implements TermDictionary {

    /** Lucene's spell checker, which the cluster uses, does not correct terms that a larger share of the articles has. */
    private static final double MAX_TERM_SHARE = 0.01;

    private final ClusterClient cluster;
    private final String index;

    OpenSearchTermDictionary(ClusterClient cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** Reads the frequencies as the term vectors of an artificial article that has these terms. */
    @Override
    public DocumentFrequencies frequencies(Collection<FieldTerm> terms) {
        var article = cluster.object();
        terms.stream()
                .collect(Collectors.groupingBy(FieldTerm::field, Collectors.mapping(FieldTerm::text, Collectors.joining(" "))))
                .forEach(article::put);
        if (article.isEmpty()) {
            return new TermVectors(cluster.object());
        }
        var request = cluster.object().put("term_statistics", true).put("positions", false).put("offsets", false)
                .put("payloads", false);
        article.fieldNames().forEachRemaining(request.withArray("fields")::add);
        request.set("doc", article);
        return new TermVectors(
                cluster.read("POST", "/" + index + "/_termvectors?realtime=false", request).path("term_vectors"));
    }

    @Override
    public Map<String, List<String>> corrections(List<String> words) {
        var corrections = new HashMap<String, List<String>>();
        if (!words.isEmpty()) {
            var request = cluster.object().put("size", 0);
            var suggest = request.putObject("suggest");
            words.stream().collect(Collectors.groupingBy(SpellCheckSettings::maxEdits)).forEach((edits, sameEdits) -> suggest
                    .putObject("edits" + edits).put("text", String.join(" ", sameEdits)).set("term", suggester(edits)));
            cluster.read("POST", "/" + index + "/_search", request).path("suggest").forEach(group -> group
                    .forEach(word -> corrections.put(word.path("text").asText(), suggestions(word))));
        }
        return corrections;
    }

    private static List<String> suggestions(JsonNode word) {
        return StreamSupport.stream(word.path("options").spliterator(), false).map(option -> option.path("text").asText())
                .toList();
    }

    private ObjectNode suggester(int maxEdits) {
        return cluster.object().put("field", IndexFields.all(MatchLevel.EXACT)).put("analyzer", "whitespace")
                .put("size", SpellCheckSettings.MAX_SUGGESTIONS).put("shard_size", SpellCheckSettings.MAX_SUGGESTIONS)
                .put("sort", "score")
                .put("suggest_mode", "missing").put("accuracy", SpellCheckSettings.ACCURACY)
                .put("max_edits", maxEdits)
                .put("prefix_length", SpellCheckSettings.PREFIX_LENGTH)
                .put("min_word_length", SpellCheckSettings.MIN_WORD_LENGTH)
                .put("max_inspections", SpellCheckSettings.MAX_INSPECTIONS).put("min_doc_freq", 0)
                .put("max_term_freq", MAX_TERM_SHARE);
    }

    /** @param vectors the document frequencies of terms, by field */
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
