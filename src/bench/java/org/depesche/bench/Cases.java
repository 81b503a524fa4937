package org.depesche.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.depesche.bench.corpus.CorpusCategories;
import org.depesche.bench.corpus.WordLists;

import com.fasterxml.jackson.databind.JsonNode;

/** What is asked of a service that holds a corpus. What it does not offer yet is left out. */
final class Cases {

    private static final int ROTATING = 1_000;
    private static final int PAGE = 15;
    private static final int DEEP = 10_000;
    /** Pages one after the other, so that shallow and deep ones differ in nothing but depth. */
    private static final int PAGES = 20;

    private final HttpTarget service;
    private final int articles;
    private final List<String> ids;
    private final String routes;

    Cases(HttpTarget service, int articles) {
        this.service = service;
        this.articles = articles;
        this.ids = ids();
        this.routes = service.json("/q/openapi?format=json").path("paths").toString();
    }

    List<Case> all() {
        var cases = new ArrayList<Case>();
        cases.add(new Case("article", requests("/v1/articles/")));
        cases.add(new Case("list of 15 in a category", CorpusCategories.slugs().stream()
                .map(slug -> BenchRequest.unconditional("/v1/categories/" + slug + "/articles")).toList()));
        cases.add(new Case("pages 1 to " + PAGES, pages("/v1/articles?limit=" + PAGE)));
        cases.add(new Case("pages " + depth() + " to " + (depth() + PAGES), pages(deepPage())));
        cases.add(new Case("related",
                ids.stream().map(id -> BenchRequest.unconditional("/v1/articles/" + id + "/related")).toList()));
        if (routes.contains("\"/v1/search\"")) {
            cases.add(search());
            cases.add(suggest());
        }
        if (routes.contains("\"/feeds/articles")) {
            cases.add(new Case("list that a feed shows",
                    List.of(BenchRequest.unconditional("/v1/articles?limit=50&view=full&include=bodyHtml&usage=syndication"))));
            cases.add(new Case("list of 50 whole articles",
                    List.of(BenchRequest.unconditional("/v1/articles?limit=50&view=full"))));
            Stream.of("rss", "atom", "json").forEach(format -> cases.add(
                    new Case("feed, " + format, List.of(BenchRequest.unconditional("/feeds/articles." + format)))));
        }
        return cases;
    }

    Case article() {
        return new Case("article", requests("/v1/articles/"));
    }

    Case search() {
        return new Case("search", words().map(word -> BenchRequest.unconditional("/v1/search?q=" + encode(word))).toList());
    }

    /** What a reader has typed of each word after two to eight letters. */
    Case suggest() {
        return new Case("suggest", words()
                .flatMap(word -> IntStream.rangeClosed(2, Math.min(8, word.length())).mapToObj(end -> word.substring(0, end)))
                .distinct().map(typed -> BenchRequest.unconditional("/v1/suggest?q=" + encode(typed))).toList());
    }

    /** Readers hold every answer already. */
    Case unchanged() {
        return new Case("article, 304", article().requests().stream().map(asked -> new BenchRequest(asked.path(),
                service.get(asked.path()).headers().firstValue("ETag").orElseThrow())).toList());
    }

    private List<BenchRequest> requests(String before) {
        return ids.stream().map(id -> BenchRequest.unconditional(before + id)).toList();
    }

    private Stream<String> words() {
        return WordLists.FIRST_PARTS.stream().flatMap(first -> Stream.of("plan", "konferenz", "museum")
                .map(last -> first + last));
    }

    private static String encode(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** From all years, as old articles are read, too. */
    private List<String> ids() {
        var found = new ArrayList<String>();
        IntStream.rangeClosed(2011, 2026)
                .forEach(year -> items("/v1/articles?fields=slug&limit=" + Math.min(100, ROTATING / 16 + 1)
                        + "&before=" + year + "-01-01").forEach(item -> found.add(item.path("id").asText())));
        return found.subList(0, Math.min(found.size(), ROTATING));
    }

    private int depth() {
        return Math.max(1, Math.min(DEEP, articles / PAGE - PAGES - 1));
    }

    /** Walked in large steps: a cursor is bound to filter and order, not to the size of a page. */
    private String deepPage() {
        var left = depth() * PAGE;
        var next = "/v1/articles?fields=slug&limit=100";
        while (left > 0) {
            var step = Math.min(100, left);
            next = next(service.json(next.replaceAll("limit=\\d+", "limit=" + step)));
            left -= step;
        }
        return next.replaceAll("limit=\\d+", "limit=" + PAGE).replaceAll("fields=slug&|&fields=slug", "");
    }

    private List<BenchRequest> pages(String first) {
        var pages = new ArrayList<BenchRequest>();
        for (var path = first; pages.size() < PAGES;) {
            pages.add(BenchRequest.unconditional(path));
            path = next(service.json(path));
        }
        return pages;
    }

    private Iterable<JsonNode> items(String path) {
        return service.json(path).path("items");
    }

    private static String next(JsonNode page) {
        return page.at("/page/next").asText().replaceFirst("^https?://[^/]+", "");
    }

    /**
     * A row of the table.
     *
     * @param requests asked in turn, over and over
     */
    record Case(String name, List<BenchRequest> requests) {
    }
}
