package org.depesche.bench.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Articles as an importer sends them, the same for the same number: about 4.5 kB each, sixteen years of a newspaper. */
public final class Corpus {

    /** Another corpus: another number, so that no folder with the former one is taken for it. */
    public static final int VERSION = 1;

    private static final long SEED = 20_261_124;
    private static final Instant FIRST = Instant.parse("2010-01-01T05:00:00Z");
    private static final Instant LAST = Instant.parse("2025-12-31T20:00:00Z");

    private final int size;
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> categories = CorpusCategories.slugs();
    private final List<String> tags;
    private final List<String> authors;

    public Corpus(int size) {
        this.size = size;
        var prose = new SentenceGenerator(new SplittableRandom(SEED));
        this.tags = distinct(2_000, prose::compound);
        this.authors = distinct(300, prose::person);
    }

    public void write(OutputStream out) throws IOException {
        for (var number = 0; number < size; number++) {
            out.write(json.writeValueAsBytes(article(number)));
            out.write('\n');
        }
    }

    Map<String, Object> article(int number) {
        var prose = new SentenceGenerator(new SplittableRandom(SEED + 1 + number));
        var article = new LinkedHashMap<String, Object>();
        article.put("origin", Map.of("system", "bench", "id", Integer.toString(number)));
        article.put("headline", prose.headline());
        article.put("kicker", prose.zipf(WordLists.PLACES));
        article.put("teaser", prose.sentence() + ' ' + prose.sentence());
        article.put("category", prose.zipf(categories));
        article.put("tags", sample(prose, tags, prose.between(1, 5)));
        article.put("authors", sample(prose, authors, prose.between(1, 2)));
        article.put("publishedAt", publishedAt(number, prose).toString());
        if (prose.chance(0.8)) {
            article.put("image", image(number, prose));
        }
        // Half of them as newsrooms' systems export them, half as ours would.
        article.put("body", number % 2 == 0 ? blocks(prose) : html(prose));
        return article;
    }

    private Instant publishedAt(int number, SentenceGenerator prose) {
        var step = Duration.between(FIRST, LAST).dividedBy(size);
        return FIRST.plus(step.multipliedBy(number)).plusSeconds(prose.between(0, 3_600));
    }

    private static Map<String, Object> image(int number, SentenceGenerator prose) {
        return Map.of("src", "https://bilder.example.org/" + number + ".jpg", "width", 1_600, "height", 900, "alt",
                prose.sentence(), "caption", prose.sentence(), "credit", prose.person());
    }

    private static List<Map<String, Object>> blocks(SentenceGenerator prose) {
        var blocks = new ArrayList<Map<String, Object>>();
        for (var left = prose.between(6, 11); left > 0; left--) {
            if (left % 4 == 0) {
                blocks.add(Map.of("type", "heading", "level", 2, "html", prose.compound()));
            }
            blocks.add(Map.of("type", "paragraph", "html", prose.paragraph()));
        }
        blocks.add(Map.of("type", "quote", "html", prose.sentence(), "attribution", prose.person()));
        return blocks;
    }

    private static String html(SentenceGenerator prose) {
        var html = new StringBuilder();
        for (var left = prose.between(6, 11); left > 0; left--) {
            html.append(left % 4 == 0 ? "<h2>" + prose.compound() + "</h2>\n" : "").append("<p>").append(prose.paragraph())
                    .append("</p>\n");
        }
        return html.append("<blockquote><p>").append(prose.sentence()).append("</p></blockquote>").toString();
    }

    private static List<String> sample(SentenceGenerator prose, List<String> from, int count) {
        var chosen = new TreeSet<String>();
        for (var left = count; left > 0; left--) {
            chosen.add(prose.zipf(from));
        }
        return List.copyOf(chosen);
    }

    private static List<String> distinct(int count, Supplier<String> maker) {
        var found = new LinkedHashSet<String>();
        while (found.size() < count) {
            found.add(maker.get());
        }
        return List.copyOf(found);
    }
}
