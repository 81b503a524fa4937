package org.depesche.bench.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The collections beside the project, which are never part of it. */
final class LabelledArticleFiles {

    private static final List<String> FILES = List.of("10kgnad-test-part1.ndjson.gz", "wikinews-de-train.ndjson.gz");

    private LabelledArticleFiles() {
    }

    static List<LabelledArticle> all() throws IOException {
        var folder = Path.of(Optional.ofNullable(System.getenv("DEPESCHE_SHARED")).orElse("../shared"), "data", "articles");
        var json = new ObjectMapper();
        var stories = new ArrayList<LabelledArticle>();
        for (var file : FILES) {
            try (var lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
                for (var line : lines.lines().toList()) {
                    var story = json.readTree(line);
                    stories.add(
                            new LabelledArticle(stories.size(), story.path("category").asText(), story.path("title").asText(),
                                    story.path("text").asText()));
                }
            }
        }
        return stories;
    }
}
