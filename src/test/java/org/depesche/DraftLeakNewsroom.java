package org.depesche;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** A newsroom in which one word stands wherever nothing is public, and nowhere else. */
final class DraftLeakNewsroom {

    /** Survives in slugs, too. */
    static final String HIDDEN_WORD = "xgeheimx";
    static final String PUBLIC_WORD = "offenx";
    /** Stands behind the paywall of public articles, in every kind of block with text. */
    static final String PAID_SENTENCE = "allein zahlende erfahren dies";
    static final String CATEGORY = "offen";

    private static final String ARTICLES = "/v1/editorial/articles/";

    private DraftLeakNewsroom() {
    }

    /** How many articles are public; slugs and ids of those that are not; ids of images that nothing public uses. */
    record HiddenRefs(int articles, List<String> slugs, List<UUID> ids, List<String> images) {
    }

    /** @param articles how many are public; there are more drafts than that */
    static HiddenRefs create(int articles) {
        Newsroom.ensureCategory(CATEGORY, "Offen");
        imported("?state=draft",
                IntStream.range(5_000, 5_000 + articles * 3 / 2).mapToObj(n -> record(n, HIDDEN_WORD, HIDDEN_WORD)).toList());
        imported("", IntStream.range(0, articles)
                .mapToObj(n -> withLinkTo(5_000 + n, withPaywall(n, record(n, PUBLIC_WORD, PUBLIC_WORD)))).toList());
        imported("?state=draft",
                IntStream.range(0, articles).mapToObj(n -> record(n, HIDDEN_WORD, HIDDEN_WORD)).toList());
        imported("", IntStream.range(7_000, 7_080).mapToObj(n -> record(n, HIDDEN_WORD, "weg")).toList());
        imported("", IntStream.range(8_000, 8_100).mapToObj(n -> scheduled(n, record(n, HIDDEN_WORD, HIDDEN_WORD))).toList());
        IntStream.range(7_000, 7_040).forEach(n -> step("weg-" + n, "unpublish", Map.of()));
        IntStream.range(7_040, 7_080)
                .forEach(n -> step("weg-" + n, "withdraw", Map.of("reason", HIDDEN_WORD, "notice", "Entfernt")));
        IntStream.range(0, 20).forEach(DraftLeakNewsroom::planCorrected);
        IntStream.range(20, 40).forEach(DraftLeakNewsroom::pickHidden);
        IntStream.range(40, 60).forEach(DraftLeakNewsroom::leaveWordInOldRevision);
        createCollection();
        registerUnusedImages();
        return hidden(articles);
    }

    private static HiddenRefs hidden(int articles) {
        var states = List.of("draft", "unpublished");
        var rows = states.stream().flatMap(state -> allItems("/v1/editorial/articles?limit=100&state=" + state).stream())
                .toList();
        return new HiddenRefs(articles, rows.stream().map(row -> row.path("slug").asText()).toList(),
                rows.stream().map(row -> UUID.fromString(row.path("id").asText())).toList(),
                Callers.as("admin").get("/v1/editorial/images?limit=100&q=" + HIDDEN_WORD).then().statusCode(200).extract()
                        .jsonPath()
                        .getList("items.id"));
    }

    static List<JsonNode> allItems(String path) {
        var items = new ArrayList<JsonNode>();
        for (var next = path; !next.isEmpty();) {
            var page = ParallelRequests
                    .json(Callers.as("admin").urlEncodingEnabled(false).get(next).then().statusCode(200).extract()
                            .asString());
            page.path("items").forEach(items::add);
            next = page.path("page").path("next").asText();
        }
        return items;
    }

    private static void imported(String query, List<Map<String, Object>> records) {
        var lines = records.stream().map(DraftLeakNewsroom::json).collect(Collectors.joining("\n"));
        var run = Newsroom.importArticles(query, lines);
        if (run.count("created") + run.count("updated") != records.size()) {
            throw new AssertionError(run.rejections().toString());
        }
    }

    /** @param slug what its slug begins with */
    private static Map<String, Object> record(int n, String word, String slug) {
        var all = new LinkedHashMap<String, Object>();
        all.put("origin",
                Map.of("system", "leak", "id", Integer.toString(n), "url", "https://alt.example.org/" + HIDDEN_WORD + n));
        all.put("slug", slug + "-" + n);
        all.put("category", CATEGORY);
        List.of("kicker", "headline", "shortHeadline", "teaser").forEach(name -> all.put(name, word + " " + name + " " + n));
        all.put("tags", List.of(word + " Thema " + n % 40, word + " Ort " + n % 7));
        all.put("authors", List.of(word + " Autorin " + n % 30));
        all.put("image", image(n, word));
        all.put("source", Map.of("name", word + " Agentur", "url", "https://quelle.example.org/" + word));
        all.put("links", List.of(Map.of("title", word, "url", "https://link.example.org/" + word)));
        all.put("corrections", List.of(Map.of("at", "2024-01-01", "note", word + " berichtigt")));
        all.put("seo", Map.of("title", word, "description", word));
        all.put("rights", Map.of("copyright", word, "machineUse",
                Map.of("aiTrain", "licence", "contact", "lizenzen@example.org")));
        all.put("aliases", List.of("/alt/" + word + n + ".html", "https://alt.example.org/" + word + n));
        all.put("publishedAt", "2024-01-01T10:00:00+01:00");
        all.put("body", body(n, word));
        return all;
    }

    private static Map<String, Object> image(int n, String word) {
        return Map.of("alt", word + " Bild " + n, "caption", word + " Unterschrift", "credit", word + " Foto", "src",
                "https://bild.example.org/" + word + n + ".jpg", "width", 1_600, "height", 900);
    }

    private static List<Object> body(int n, String word) {
        return new ArrayList<>(List.of(
                Map.of("type", "paragraph", "html",
                        "<a href=\"https://a.example.org/" + word + "\" title=\"" + word + "\">" + word
                                + "</a>"),
                Map.of("type", "heading", "level", 2, "html", word), Map.of("type", "question", "html", word),
                Map.of("type", "quote", "html", word, "attribution", word),
                Map.of("type", "list", "ordered", true, "items", List.of(Map.of("html", word))),
                Map.of("type", "box", "title", word, "body", List.of(Map.of("type", "paragraph", "html", word))),
                Map.of("type", "image", "image", image(n + 100_000, word)),
                Map.of("type", "gallery", "images", List.of(image(n + 200_000, word))),
                Map.of("type", "table", "caption", word, "rows", List.of(List.of(Map.of("html", word)))),
                Map.of("type", "embed", "url", "https://karte.example.org/" + word, "title", word),
                Map.of("type", "media", "kind", "video", "url", "https://film.example.org/" + word + ".mp4", "transcript",
                        word),
                Map.of("type", "file", "title", word, "url", "https://datei.example.org/" + word + ".pdf")));
    }

    /** Every second article. */
    private static Map<String, Object> withPaywall(int n, Map<String, Object> record) {
        if (n % 2 == 1) {
            record.put("access", n % 4 == 1 ? "subscribers" : "registered");
            @SuppressWarnings("unchecked")
            var body = (List<Object>) record.get("body");
            var text = Map.of("html", PAID_SENTENCE);
            body.addAll(2, List.of(Map.of("type", "paragraph", "html", PAID_SENTENCE),
                    Map.of("type", "heading", "level", 2, "html", PAID_SENTENCE),
                    Map.of("type", "quote", "html", PAID_SENTENCE), Map.of("type", "list", "items", List.of(text)),
                    Map.of("type", "box", "title", PAID_SENTENCE, "body",
                            List.of(Map.of("type", "paragraph", "html", PAID_SENTENCE))),
                    Map.of("type", "table", "caption", PAID_SENTENCE, "rows", List.of(List.of(text)))));
        }
        return record;
    }

    /** What is public leads to what is not. */
    private static Map<String, Object> withLinkTo(int other, Map<String, Object> record) {
        @SuppressWarnings("unchecked")
        var body = (List<Object>) record.get("body");
        body.add(Map.of("type", "articleLink", "article", HIDDEN_WORD + "-" + other));
        return record;
    }

    private static Map<String, Object> scheduled(int n, Map<String, Object> record) {
        record.put(n % 2 == 0 ? "embargoUntil" : "publishedAt", "2099-01-01");
        return record;
    }

    /** Of an article that was saved since, with words of the correction that is to come. */
    private static void planCorrected(int n) {
        step(PUBLIC_WORD + "-" + n, "publish", Map.of("at", "2099-01-01", "correction", HIDDEN_WORD));
        step(PUBLIC_WORD + "-" + n, "preview-links", Map.of());
    }

    private static void pickHidden(int n) {
        var ref = PUBLIC_WORD + "-" + n;
        change("PUT", ref, "/related",
                Map.of("articles", List.of(HIDDEN_WORD + "-" + (5_000 + n), PUBLIC_WORD + "-" + (n - 20), "weg-7000",
                        "weg-7050", HIDDEN_WORD + "-8000")));
    }

    /** The word stays in a former revision alone. */
    private static void leaveWordInOldRevision(int n) {
        var ref = PUBLIC_WORD + "-" + n;
        change("PATCH", ref, "?autosave=true", Map.of("teaser", HIDDEN_WORD));
        var first = change("GET", ref, "/revisions/1", Map.of());
        var article = ParallelRequests.json(first.asString()).path("article");
        step(ref, "revisions/1/restore", Map.of());
        if (!article.path("headline").asText().startsWith(PUBLIC_WORD)) {
            throw new AssertionError(first.asString());
        }
        step(ref, "publish", Map.of());
    }

    /** Once there are collections: one with members that are not public. */
    private static void createCollection() {
        var address = "/v1/editorial/collections/{slug}";
        if (OpenApiOperations.load().operations("put").stream().anyMatch(operation -> operation.path().equals(address))) {
            Callers.as("admin").contentType(ContentType.JSON).header("If-None-Match", "*").body(Map.of("name", "Auswahl",
                    "type", "list", "articles",
                    List.of(HIDDEN_WORD + "-5001", PUBLIC_WORD + "-1", "weg-7001", "weg-7051", HIDDEN_WORD + "-8001")))
                    .put("/v1/editorial/collections/" + CATEGORY).then().statusCode(201);
        }
    }

    /** Images that no article uses, one of them changed since. */
    private static void registerUnusedImages() {
        for (var n = 0; n < 5; n++) {
            var made = Callers.as("admin").contentType(ContentType.JSON).body(image(n + 300_000, HIDDEN_WORD))
                    .post("/v1/editorial/images").then().statusCode(201).extract();
            Callers.as("admin").contentType(ContentType.JSON).header("If-Match", made.header("ETag"))
                    .body(Map.of("caption", HIDDEN_WORD + " neu")).patch("/v1/editorial/images/" + made.path("id")).then()
                    .statusCode(200);
        }
    }

    private static void step(String ref, String step, Map<String, Object> body) {
        change("POST", ref, "/" + step, body);
    }

    private static Response change(String method, String ref, String path, Map<String, Object> body) {
        var request = Callers.as("admin");
        var answer = method.equals("GET") ? request.get(ARTICLES + ref + path)
                : request.contentType(ContentType.JSON).header("If-Match", "*").body(body).request(method,
                        ARTICLES + ref + path);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + ref + path + ": " + answer.asString());
        }
        return answer;
    }

    private static String json(Object value) {
        try {
            return ParallelRequests.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
