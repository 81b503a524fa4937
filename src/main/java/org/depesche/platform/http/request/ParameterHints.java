package org.depesche.platform.http.request;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Suggests parameters for names that other content APIs use, and for German words. It suggests a parameter only if the endpoint
 * has it.
 */
final class ParameterHints {

    private static final String PAGING = "for the next page, send `page.nextCursor` of the answer as `cursor`.";
    private static final String FEED_PAGING = "for older items, follow the link of the feed to them.";
    private static final String CHOSEN = "GET /v1/articles?ids=… lists chosen articles, and a collection has a feed of them.";

    /** The names that each parameter replaces. */
    private static final Map<String, List<String>> REPLACED = Map.ofEntries(
            Map.entry("cursor", List.of("page", "offset", "start", "skip", "seite", "pagination", "paged", "from_page",
                    "pagenumber", "pageno", "after")),
            Map.entry("limit", List.of("per_page", "perpage", "pagesize", "page_size", "size", "count", "first", "rows",
                    "max", "anzahl", "num", "take", "posts_per_page")),
            Map.entry("sort", List.of("order", "orderby", "order_by", "order-by", "sortby", "sort_by", "sortierung",
                    "reihenfolge")),
            Map.entry("language", List.of("locale", "lang", "sprache", "language_code", "latestlanguage")),
            Map.entry("include", List.of("populate", "expand", "embed", "_embed", "with", "show-blocks", "deep")),
            Map.entry("fields", List.of("_fields", "select", "felder", "attributes", "show-fields")),
            Map.entry("view", List.of("format", "ansicht", "detail", "context")),
            Map.entry("category", List.of("categories", "section", "ressort", "kategorie", "rubrik", "cat",
                    "category_name", "categoryid")),
            Map.entry("tag", List.of("tags", "keyword", "keywords", "topic", "schlagwort", "thema")),
            Map.entry("author", List.of("authors", "byline", "autor", "autorin", "verfasser")),
            Map.entry("type", List.of("types", "typ", "post_type", "art")),
            Map.entry("ids", List.of("id", "include_ids", "post__in")),
            Map.entry("from", List.of("after_date", "since_date", "from-date", "from_date", "fromdate", "von", "ab")),
            Map.entry("before", List.of("to", "until", "to-date", "to_date", "todate", "bis")),
            Map.entry("q", List.of("query", "search", "s", "suche", "suchbegriff", "term", "text", "titel", "title")),
            Map.entry("site", List.of("portal", "website", "channel")),
            Map.entry("url", List.of("path", "uri", "href", "link", "pfad", "adresse")));

    /** An endpoint with all of these parameters is a list of articles. */
    private static final List<String> OF_ARTICLES = List.of("author", "category", "tag");

    /** Names that mean a search, on lists of articles without one. */
    private static final List<String> SEARCHES = List.of("q", "query", "search", "s", "suche", "suchbegriff", "titel", "title",
            "headline", "text", "term");

    private static final Map<String, String> TARGETS = targets();

    private ParameterHints() {
    }

    private static Map<String, String> targets() {
        var targets = new HashMap<String, String>();
        REPLACED.forEach((known, words) -> words.forEach(word -> targets.put(word, known)));
        return targets;
    }

    /** Returns what to use instead of an unknown parameter. Empty for a name without a known meaning. */
    static Optional<String> of(String name, Collection<String> known) {
        if (known.stream().anyMatch(name::equalsIgnoreCase)) {
            return Optional.empty();
        }
        var word = name.toLowerCase(Locale.ROOT);
        var base = word.replaceFirst("\\[.*", ""); // filters[title][$eq], page[number], pagination[page]
        if (word.matches("pag(e|ination)\\[(size|pagesize|limit)].*") && known.contains("limit")) {
            return Optional.of("use `limit`.");
        }
        if (List.of("filter", "filters", "where").contains(base)) {
            return Optional.of("each filter is a parameter of its own"
                    + (known.isEmpty() ? "." : ": `" + String.join("`, `", known) + "`."));
        }
        var target = TARGETS.getOrDefault(base, "");
        if (known.contains(target)) {
            return Optional.of(!target.equals("cursor") ? "use `" + target + "`."
                    : known.contains("leadImage") ? FEED_PAGING : PAGING);
        }
        return known.containsAll(OF_ARTICLES) ? ofArticles(base) : Optional.empty();
    }

    private static Optional<String> ofArticles(String base) {
        if (base.equals("ids")) {
            return Optional.of(CHOSEN);
        }
        return SEARCHES.contains(base) ? Optional.of("GET /v1/search?q=… searches articles.") : Optional.empty();
    }
}
