package org.depesche.bootstrap.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The chapters of {@code src/main/docs}, in the order and groups of the {@code README.md} there. The first request reads and
 * renders all of them; they stay in memory.
 */
@ApplicationScoped
class Chapters {

    private static final Pattern GROUP = Pattern.compile("## (.+)");
    private static final Pattern ENTRY = Pattern.compile("- \\[(.+)]\\((.+)\\.md\\): (.+)");

    private static final String API = """

            ## API

            - [OpenAPI document](%1$s/q/openapi): every operation with its parameters, bodies and problems
            - [Problem types](%1$s/problems): every kind of refusal, with its explanation
            """;

    private final List<ChapterGroup> groups;

    Chapters() {
        var renderer = new MarkdownRenderer();
        var read = new ArrayList<ChapterGroup>();
        for (var section : overview().split("\n(?=## )")) {
            var title = GROUP.matcher(section);
            var chapters = ENTRY.matcher(section).results()
                    .map(entry -> chapter(renderer, entry.group(2), entry.group(3).replace("`", "")));
            if (title.lookingAt()) {
                read.add(new ChapterGroup(title.group(1), chapters.toList()));
            }
        }
        groups = List.copyOf(read);
    }

    List<ChapterGroup> groups() {
        return groups;
    }

    Optional<Chapter> find(String slug) {
        return groups.stream().flatMap(group -> group.chapters().stream()).filter(chapter -> chapter.slug().equals(slug))
                .findAny();
    }

    /** The list of chapters in the format of llmstxt.org: a title, a summary in a quote, and groups of links with notes. */
    String llmsTxt(String origin) {
        var chapters = ENTRY.matcher(overview())
                .replaceAll("- [$1](" + Matcher.quoteReplacement(origin) + "/docs/$2.md): $3");
        return chapters + API.formatted(origin);
    }

    private static Chapter chapter(MarkdownRenderer renderer, String slug, String summary) {
        return renderer.render(slug, summary, read(slug + ".md"));
    }

    private static String overview() {
        return read("README.md");
    }

    private static String read(String file) {
        try (var stream = Chapters.class.getResourceAsStream("/docs/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("docs/" + file + " is not in the package");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
