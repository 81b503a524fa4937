package org.depesche.bootstrap.docs;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.depesche.content.article.view.ArticleSummary;
import org.jspecify.annotations.Nullable;

/**
 * The examples on the entry page and in the console. They use published content of this installation, so every one works.
 *
 * @param shown an article to show; absent while nothing is published
 */
record DocsExamples(@Nullable ArticleSummary shown) {

    public boolean published() {
        return shown != null;
    }

    /** The slug of the article. This and the following values are empty when there is none. */
    public String article() {
        return shown == null ? "" : shown.card().slug();
    }

    public String category() {
        return shown == null ? "" : shown.card().category().slug();
    }

    public String tag() {
        return shown == null || shown.tags().isEmpty() ? "" : shown.tags().get(0).slug();
    }

    public String author() {
        return shown == null || shown.authors().isEmpty() ? "" : shown.authors().get(0).slug();
    }

    /** The id of its lead image. */
    public String image() {
        return shown == null || shown.card().image() == null ? "" : shown.card().image().id().toString();
    }

    /** The lead image of the article from this server, wherever else it may be shown; empty if it has no file here. */
    public String picture() {
        var image = shown == null ? null : shown.card().image();
        return image == null || image.src() == null || image.srcset() == null ? "" : image.src().getRawPath();
    }

    public String alternative() {
        var image = shown == null ? null : shown.card().image();
        return image == null || image.alt() == null ? "" : image.alt();
    }

    public String credit() {
        var image = shown == null ? null : shown.card().image();
        return image == null || image.credit() == null ? "" : image.credit();
    }

    /** A word to search for: the longest one of the headline. */
    public String word() {
        return shown == null || shown.card().headline() == null ? ""
                : Pattern.compile("\\P{L}+")
                        .splitAsStream(shown.card().headline()).max(Comparator.comparingInt(String::length)).orElse("");
    }

    /** The present URL of the article. */
    public String address() {
        return shown == null ? ""
                : Optional.ofNullable(shown.card().url()).map(URI::toString)
                        .orElse("/" + category() + "/" + article());
    }

    public List<ReadExample> reading() {
        var lines = new ArrayList<ReadExample>();
        lines.add(new ReadExample("The latest news", "/v1/articles?limit=3",
                "Newest first, with everything a list or a home page needs."));
        if (published()) {
            lines.addAll(ofTheArticle());
        }
        lines.add(new ReadExample("Only the members you need", "/v1/articles?fields=kicker,headline,publishedAt&limit=5",
                "Small responses for tickers and watches."));
        lines.add(new ReadExample("The navigation", "/v1/categories", "The category tree in the desk’s order, with counts."));
        lines.add(new ReadExample("What changed since", "/v1/changes?since=0", "Keep page.next, and continue from there."));
        return lines;
    }

    private List<ReadExample> ofTheArticle() {
        var lines = new ArrayList<ReadExample>();
        lines.add(new ReadExample("A whole page in one request", "/v1/articles/" + article() + "?include=bodyHtml,related",
                "One article with its body, its images and its related news."));
        lines.add(new ReadExample("The article at an address", "/v1/resolve?url=" + encoded(address()),
                "For a catch-all route: what stands at an address of the site, former addresses included."));
        lines.add(new ReadExample("Further reading", related() + "?limit=3",
                "Related news of an article; each item says why it was chosen."));
        lines.add(new ReadExample("A section", "/v1/articles?category=" + category() + "&limit=5&view=card",
                "The articles of a category and its descendants, as small cards."));
        lines.add(new ReadExample("Search", "/v1/search?q=" + encoded(word()) + "&limit=3&facets=category",
                "Full text, with the matched words marked, and counts for each category."));
        if (!author().isEmpty()) {
            lines.add(
                    new ReadExample("An author page", "/v1/authors/" + author(), "Who the author is, and how much there is."));
            lines.add(new ReadExample("What the author wrote", "/v1/articles?author=" + author() + "&limit=5&view=card",
                    "Newest first."));
        }
        if (!image().isEmpty()) {
            lines.add(new ReadExample("An image and its credit", "/v1/images/" + image(),
                    "Alternative text, caption, credit and rights: show the credit wherever you show the image."));
        }
        return lines;
    }

    public List<WriteExample> writing(String origin) {
        var key = "curl -H \"Authorization: Bearer $DEPESCHE_KEY\" ";
        return List.of(
                new WriteExample("Create a category", "Articles refer to it by its slug.",
                        key + json("{\"slug\": \"wochenmarkt\", \"name\": \"Wochenmarkt\"}")
                                + quoted(origin, "/v1/editorial/categories")),
                new WriteExample("Write a draft",
                        "The response has its address, its ETag, and what cleaning removed. The public does not see it yet.",
                        key + json("{\"headline\": \"Der Markt zieht um\", \"category\": \"wochenmarkt\", "
                                + "\"body\": \"<p>Ab Samstag stehen die Stände am Fluss.</p>\"}")
                                + quoted(origin, "/v1/editorial/articles")),
                new WriteExample("Publish it", "Send the ETag you read; * matches any version.",
                        key + "-H 'If-Match: *' -X POST \\\n  "
                                + quoted(origin, "/v1/editorial/articles/der-markt-zieht-um/publish")),
                new WriteExample("Fill a list by hand",
                        "A front page, a dossier, a series: articles in your order, visible while they are published.",
                        key + "-X PUT " + json("{\"name\": \"Rund um den Markt\", \"articles\": [\"der-markt-zieht-um\"]}")
                                + quoted(origin, "/v1/editorial/collections/markt")),
                new WriteExample("Import a file",
                        "One article per line, in the same form; a million is fine. The response says where to watch the "
                                + "progress.",
                        key + "-H 'Content-Type: application/x-ndjson' \\\n  --data-binary @articles.ndjson \\\n  "
                                + quoted(origin, "/v1/editorial/imports")));
    }

    /** The path of the related news of the example article. */
    public String related() {
        return "/v1/articles/" + article() + "/related";
    }

    /** The path of the newest articles of the example category. */
    public String categoryList() {
        return "/v1/categories/" + category() + "/articles";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String json(String body) {
        return "-H 'Content-Type: application/json' \\\n  -d '" + body + "' \\\n  ";
    }

    private static String quoted(String origin, String path) {
        return "'" + origin + path + "'";
    }

    record ReadExample(String title, String path, String note) {
    }

    record WriteExample(String title, String note, String command) {
    }
}
