package org.depesche.delivery.search.opensearch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.query.Corrections;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Term;
import org.depesche.delivery.search.query.Vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the cluster knows of words: one request for all of them. */
final class OpenSearchVocabulary implements Vocabulary {

    /** Lucene's spell checker asks no more of words that so many articles have; the cluster calls the same one. */
    private static final double COMMON = 0.01;

    private final Cluster cluster;
    private final String index;

    OpenSearchVocabulary(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** Counted by way of a made-up article that has these terms. */
    @Override
    public Frequencies frequencies(Collection<Term> terms) {
        var article = cluster.object();
        terms.stream().collect(Collectors.groupingBy(Term::field, Collectors.mapping(Term::text, Collectors.joining(" "))))
                .forEach(article::put);
        if (article.isEmpty()) {
            return new Counted(cluster.object());
        }
        var asked = cluster.object().put("term_statistics", true).put("positions", false).put("offsets", false)
                .put("payloads", false);
        article.fieldNames().forEachRemaining(asked.withArray("fields")::add);
        asked.set("doc", article);
        return new Counted(cluster.ask("POST", "/" + index + "/_termvectors?realtime=false", asked).path("term_vectors"));
    }

    @Override
    public Map<String, List<String>> near(List<String> words) {
        var near = new HashMap<String, List<String>>();
        if (!words.isEmpty()) {
            var asked = cluster.object().put("size", 0);
            asked.putObject("suggest").putObject("near").put("text", String.join(" ", words)).set("term", suggester());
            cluster.ask("POST", "/" + index + "/_search", asked).path("suggest").path("near")
                    .forEach(word -> near.put(word.path("text").asText(), options(word)));
        }
        return near;
    }

    private static List<String> options(JsonNode word) {
        return StreamSupport.stream(word.path("options").spliterator(), false).map(option -> option.path("text").asText())
                .toList();
    }

    private ObjectNode suggester() {
        return cluster.object().put("field", Fields.all(Level.EXACT)).put("analyzer", "whitespace")
                .put("size", Corrections.MOST).put("shard_size", Corrections.MOST).put("sort", "score")
                .put("suggest_mode", "missing").put("accuracy", Corrections.NEAR).put("max_edits", Corrections.ERRORS)
                .put("prefix_length", Corrections.SAME_BEGINNING).put("min_word_length", Corrections.SHORTEST)
                .put("max_inspections", Corrections.INSPECTIONS).put("min_doc_freq", 0).put("max_term_freq", COMMON);
    }

    /** @param vectors by field, of each term how many articles have it */
    private record Counted(JsonNode vectors) implements Frequencies {

        @Override
        public int of(Term term) {
            return vectors.path(term.field()).path("terms").path(term.text()).path("doc_freq").asInt(0);
        }

        @Override
        public int articles() {
            return StreamSupport.stream(vectors.spliterator(), false)
                    .mapToInt(field -> field.path("field_statistics").path("doc_count").asInt(0)).max().orElse(0);
        }
    }
}
