package org.depesche.delivery.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.depesche.testkit.RawHttp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A copy of one site that is built as the chapter about exact copies says: on the export and the change log alone. It crashes
 * now and then, and goes on from what it had stored.
 */
final class Mirror {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TAGS = ",\"cacheTags\":[";

    private final String site;
    private final Random random;
    private Stored now = new Stored(new TreeMap<>(), 0);
    private Stored saved = new Stored(new TreeMap<>(), 0);
    private int crashes;
    private int reads;

    Mirror(String site, Random random) {
        this.site = site;
        this.random = random;
    }

    /** An article's bytes and the cache tags of the response that they came with. */
    private record Copy(String article, Set<String> tags) {
    }

    private record Stored(Map<String, Copy> articles, long sequence) {

        Stored copied(long at) {
            return new Stored(new TreeMap<>(articles), at);
        }
    }

    /** The articles by id. */
    Map<String, String> articles() {
        var all = new TreeMap<String, String>();
        now.articles.forEach((id, copy) -> all.put(id, copy.article));
        return all;
    }

    int crashes() {
        return crashes;
    }

    /** How many articles it has read, one by one. */
    int reads() {
        return reads;
    }

    /** Reads the export in pieces: the connection breaks after a random number of lines. */
    void export() {
        var all = new TreeMap<String, Copy>();
        var sequence = -1L;
        for (var isWhole = false; !isWhole;) {
            var last = all.isEmpty() ? "" : "&after=" + all.lastKey();
            var answer = RawHttp.get("/v1/export?view=full&include=cacheTags&site=" + site + last);
            assertThat(answer.statusCode()).isEqualTo(200);
            if (sequence < 0) {
                sequence = Long.parseLong(answer.headers().firstValue("Depesche-Sequence").orElseThrow());
            }
            var lines = RawHttp.text(answer).lines().toList();
            var read = random.nextInt(3) == 0 ? lines.size() : random.nextInt(lines.size() + 1);
            lines.subList(0, read).forEach(line -> all.put(json(line).path("id").asText(), exported(line)));
            isWhole = read == lines.size();
        }
        now = new Stored(all, sequence);
        saved = now.copied(sequence);
    }

    private static Copy exported(String line) {
        var tags = new LinkedHashSet<String>();
        json(line).path("cacheTags").forEach(tag -> tags.add(tag.asText()));
        return new Copy(line.substring(0, line.lastIndexOf(TAGS)) + "}", tags);
    }

    /** Applies the changes up to the end of the log. */
    void follow() {
        while (true) {
            var page = json(
                    RawHttp.text(RawHttp.get("/v1/changes?limit=" + (1 + random.nextInt(20)) + "&since=" + now.sequence)));
            if (page.path("items").isEmpty()) {
                return;
            }
            for (var entry : page.path("items")) {
                if (random.nextInt(25) == 0) {
                    crash();
                    break;
                }
                apply(entry);
            }
        }
    }

    /** What was not stored is lost, also in the middle of an entry. */
    private void crash() {
        crashes++;
        now = saved.copied(saved.sequence);
    }

    private void apply(JsonNode entry) {
        var sequence = entry.path("sequence").asLong();
        affected(entry).forEach(id -> read(id, sequence));
        now = new Stored(now.articles, sequence);
        if (random.nextInt(4) == 0) {
            saved = now.copied(sequence);
        }
    }

    private Set<String> affected(JsonNode entry) {
        var stale = new ArrayList<String>();
        entry.path("cacheTags").forEach(tag -> stale.add(tag.asText()));
        var ids = new LinkedHashSet<String>();
        if (entry.path("type").asText().startsWith("article.")) {
            ids.add(entry.path("id").asText());
        }
        now.articles.forEach((id, copy) -> {
            if (stale.stream().anyMatch(copy.tags::contains)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private void read(String id, long sequence) {
        reads++;
        var answer = RawHttp.get("/v1/articles/" + id + "?site=" + site + "&minSequence=" + sequence);
        switch (answer.statusCode()) {
            case 200 -> now.articles.put(id, new Copy(new String(answer.body(), StandardCharsets.UTF_8),
                    Set.of(answer.headers().firstValue("Surrogate-Key").orElseThrow().split(" "))));
            case 404, 410 -> now.articles.remove(id);
            default -> throw new AssertionError(answer.statusCode() + " for " + id);
        }
    }

    /** What the source has now. */
    static Map<String, String> source(String site) {
        var all = new HashMap<String, String>();
        RawHttp.text(RawHttp.get("/v1/export?view=full&site=" + site)).lines()
                .forEach(line -> all.put(json(line).path("id").asText(), line));
        return all;
    }

    static List<String> difference(Map<String, String> source, Map<String, String> copy) {
        var different = new ArrayList<String>();
        source.forEach((id, article) -> {
            if (!article.equals(copy.get(id))) {
                different.add("source " + article + "\ncopy   " + copy.get(id));
            }
        });
        copy.keySet().stream().filter(id -> !source.containsKey(id)).forEach(id -> different.add("only in the copy: " + id));
        return different;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
