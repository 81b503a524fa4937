package org.depesche.content.editorial.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.content.editorial.EditorialRequests.ARTICLES;
import static org.depesche.content.editorial.EditorialRequests.createArticle;
import static org.depesche.content.editorial.EditorialRequests.createCategory;
import static org.depesche.content.editorial.EditorialRequests.getPublicArticle;
import static org.depesche.content.editorial.EditorialRequests.postPublish;
import static org.depesche.content.editorial.EditorialRequests.uniqueName;
import static org.hamcrest.Matchers.equalTo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.depesche.testkit.Callers;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** Changes each member that a form has alone: all other members keep their values (RFC 7396). */
@QuarkusTest
class PatchOneMemberTest {

    private static final String EDITORIAL = "/v1/editorial/";
    /** What every save changes. */
    private static final Set<String> STATE = Set.of("revision", "savedAt", "savedBy", "warnings");

    @Test
    void aPatchOfOneMemberOfAnArticleChangesThatMemberAlone() {
        var site = createSite();
        var first = createCategory();
        var second = createCategory();
        var third = createCategory();
        var abroad = createCategoryOn(site);
        var other = createArticle(Map.of("headline", "Anderer", "language", "en")).<String> path("id");
        var form = articleForm(site, first, second, abroad);
        var changes = changesOfAnArticle(site, third, second, abroad, other);

        assertThat(changes.keySet()).isEqualTo(without(members("ArticlePatch"), "bodyHtml"));
        changes.forEach((member, value) -> {
            form.put("slug", uniqueName("artikel"));
            form.put("origin", Map.of("system", "test", "id", uniqueName("id")));
            changeAlone(ARTICLES + "/" + createArticle(form).path("id"), member, value);
        });
    }

    private static Map<String, Object> articleForm(String site, String first, String second, String abroad) {
        var form = new HashMap<String, Object>();
        form.putAll(Map.of("type", "feature", "language", "de", "access", "registered", "kicker", "Dach", "headline", "Titel",
                "shortHeadline", "Kurz", "teaser", "Anriss", "category", first, "categories", List.of(first, second)));
        form.putAll(Map.of("placements", List.of(placement("default", first), placement(site, abroad)),
                "image", Map.of("alt", "Ein Anker", "credit", "dpa"),
                "advertising", Map.of("label", "Anzeige"), "tags", List.of("Meer"), "authors", List.of("Ina Held"),
                "source", Map.of("name", "dpa"), "sensitive", true, "rights", Map.of("copyright", "Wir"),
                "body", "<p>Text</p>"));
        form.put("production", Map.of("ai", "assisted", "note", "Übersetzt", "reviewed", true));
        form.putAll(Map.of("links", List.of(Map.of("title", "Mehr", "url", "https://example.org/")),
                "corrections", List.of(Map.of("at", "2024-10-21T00:00:00+02:00", "note", "Komma")),
                "seo", Map.of("title", "Suche"), "aliases", List.of("/alt-" + uniqueName("a")),
                "publishedAt", "2024-10-21T00:00:00+02:00", "updatedAt", "2024-10-22T00:00:00+02:00",
                "embargoUntil", "2024-10-20T00:00:00+02:00"));
        return form;
    }

    private static Map<String, Object> changesOfAnArticle(String site, String third, String second, String abroad,
            String other) {
        var changes = new TreeMap<String, Object>();
        changes.putAll(Map.of("slug", uniqueName("neu"), "type", "opinion", "language", "en", "access", "free", "kicker", "Neu",
                "headline", "Neuer Titel", "shortHeadline", "Neu", "teaser", "Neu", "category", third));
        changes.putAll(Map.of("categories", List.of(third, second),
                "placements", List.of(placement("default", third), placement(site, abroad)), "image", Map.of("alt", "Neu"),
                "advertising", Map.of("label", "Werbung"), "tags", List.of("Land"), "authors", List.of("Udo Neu"),
                "source", Map.of("name", "epd"), "sensitive", false, "rights", Map.of("copyright", "Ihr"), "body",
                "<p>Neu</p>"));
        changes.put("production", Map.of("ai", "generated"));
        changes.putAll(Map.of("links", List.of(), "corrections", List.of(), "seo", Map.of("title", "Neu"),
                "translationOf", other, "aliases", List.of(), "publishedAt", "2024-09-21T00:00:00+02:00",
                "updatedAt", "2024-10-23T00:00:00+02:00",
                "embargoUntil", "2024-10-19T00:00:00+02:00",
                "origin", Map.of("id", uniqueName("id"))));
        return changes;
    }

    @Test
    void aPatchOfOneMemberOfATaxonomyEntryChangesThatMemberAlone() {
        var parent = createCategory();
        for (var kind : Map.of("categories", "CategoryPatch", "tags", "TagPatch", "authors", "AuthorPatch").entrySet()) {
            for (var member : members(kind.getValue())) {
                var slug = uniqueName("eintrag");
                var form = new HashMap<String, Object>(Map.of("slug", slug, "name", slug));
                form.putAll(kind.getKey().equals("categories") ? Map.of("description", "Alt", "position", 4) : Map.of());
                Callers.as("editor").contentType("application/json").body(form).post(EDITORIAL + kind.getKey()).then()
                        .statusCode(201);
                var value = switch (member) {
                    case "position" -> (Object) 7;
                    case "parent" -> parent;
                    case "type" -> "place";
                    case "initials" -> "neu";
                    case "email" -> "neu@example.org";
                    case "links" -> List.of("https://www.example.org/neu");
                    case "image" -> Map.of("id", createImage());
                    case "mediaTopic" -> "medtop:04000000";
                    case "machineUse" -> Map.of("aiTrain", "refused");
                    default -> uniqueName("neu");
                };
                changeAlone(EDITORIAL + kind.getKey() + "/" + slug, member, value);
            }
        }
    }

    @Test
    void theReportedUpdateIsWritableUntilThePublicationThatShowsIt() {
        var form = Map.of("headline", uniqueName("update"), "category", createCategory(), "publishedAt",
                "2024-10-21T00:00:00+02:00", "updatedAt", "2024-10-22T00:00:00+02:00");
        var draft = createArticle(form);
        var url = ARTICLES + "/" + draft.path("id");

        assertThat(patch(url, "{\"updatedAt\": null}").<String> path("updatedAt")).isNull();
        var patched = patch(url, Map.of("updatedAt", "2024-10-24T00:00:00+02:00"));
        assertThat(patch(url, Map.of("updatedAt", "2024-10-24T00:00:00.5+02:00")).header("ETag"))
                .isEqualTo(patched.header("ETag"));
        postPublish(patched.then().extract(), "").statusCode(200);
        getPublicArticle(draft.path("id")).statusCode(200).body("updatedAt", equalTo("2024-10-24T00:00:00+02:00"));

        patch(url, Map.of("updatedAt", "2024-10-24T00:00:00+02:00", "teaser", "Neu"));
        var refused = send(url, Map.of("updatedAt", "2024-10-25T00:00:00+02:00", "teaser", 1));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>> path("errors.pointer")).containsExactlyInAnyOrder("/updatedAt", "/teaser");
    }

    @Test
    void theCategoryOfAnArticleThatIsAtHomeOnAnotherSiteIsOneOfThatSite() {
        var site = createSite();
        var first = createCategoryOn(site);
        var second = createCategoryOn(site);
        var here = createCategory();
        var article = createArticle(Map.of("headline", "Zwei Orte", "category", first, "placements",
                List.of(placement(site, first), placement("default", here))));

        var patched = patch(ARTICLES + "/" + article.path("id"), Map.of("category", second));

        assertThat(patched.<List<Map<String, String>>> path("placements"))
                .containsExactly(placement(site, second), placement("default", here));
    }

    @Test
    void anUnknownCategoryIsOneErrorAndNullLeavesTheHomeSiteAlone() {
        var site = createSite();
        var abroad = createCategoryOn(site);
        var first = createCategory();
        var url = ARTICLES + "/" + createArticle(Map.of("headline", "Zwei Orte", "category", first, "placements",
                List.of(placement("default", first), placement(site, abroad)))).path("id");

        var unknown = send(url, Map.of("category", "gibt-es-nicht"));
        var cleared = send(url, "{\"category\": null}");

        assertThat(unknown.<List<String>> path("errors.pointer")).containsExactly("/category");
        assertThat(cleared.<List<Map<String, String>>> path("placements")).containsExactly(placement(site, abroad));
    }

    private static String createImage() {
        return Callers.as("editor").contentType("application/json").body(Map.of("alt", "Bild", "credit", "dpa"))
                .post(EDITORIAL + "images").then().statusCode(201).extract().path("id");
    }

    private static void changeAlone(String url, String member, Object value) {
        var before = get(url);

        var after = patch(url, Map.of(member, value)).jsonPath().<Object, Object> getMap("");

        assertThat(after.get(member)).as(member).isNotEqualTo(before.get(member));
        // The time of the change itself; of an article it is a member of the form.
        var changes = url.startsWith(ARTICLES) ? List.<String> of() : List.of("updatedAt");
        before.keySet().removeAll(changes);
        after.keySet().removeAll(changes);
        assertThat(without(after, member)).as(member).isEqualTo(without(before, member));
    }

    /** Without the member, and without what repeats it: the home category is in three members. */
    private static Map<String, Object> without(Map<?, ?> view, String member) {
        var rest = new TreeMap<String, Object>();
        view.forEach((name, value) -> rest.put(String.valueOf(name), value));
        rest.keySet().removeAll(STATE);
        if (Set.of("category", "placements").contains(member)) {
            rest.remove("category");
            rest.computeIfPresent("categories", (name, list) -> ((List<?>) list).subList(1, ((List<?>) list).size()));
            rest.computeIfPresent("placements", (name, list) -> ((List<?>) list).subList(1, ((List<?>) list).size()));
        }
        rest.remove(member);
        return rest;
    }

    private static Set<String> without(Set<String> members, String... excepted) {
        var rest = new TreeSet<>(members);
        List.of(excepted).forEach(rest::remove);
        return rest;
    }

    private static Map<Object, Object> get(String url) {
        return Callers.as("editor").get(url).then().statusCode(200).extract().jsonPath().getMap("");
    }

    private static Response patch(String url, Object form) {
        var response = send(url, form);
        assertThat(response.statusCode()).as(url + " " + form + ": " + response.asString()).isEqualTo(200);
        return response;
    }

    private static Response send(String url, Object form) {
        var etag = Callers.as("editor").get(url).header("ETag");
        return Callers.as("editor").contentType("application/json").header("If-Match", etag).body(form).patch(url);
    }

    private static Set<String> members(String schema) {
        var document = RestAssured.get("/q/openapi?format=json").jsonPath();
        return new TreeSet<>(document.<String, Object> getMap("components.schemas." + schema + ".properties").keySet());
    }

    private static Map<String, String> placement(String site, String category) {
        return Map.of("site", site, "category", category);
    }

    private static String createSite() {
        var site = uniqueName("portal");
        Callers.as("admin").contentType("application/json").body(Map.of("slug", site, "name", site, "language", "de"))
                .post(EDITORIAL + "sites").then().statusCode(201);
        return site;
    }

    private static String createCategoryOn(String site) {
        var slug = uniqueName("ressort");
        Callers.as("editor").contentType("application/json").queryParam("site", site)
                .body(Map.of("slug", slug, "name", slug)).post(EDITORIAL + "categories").then().statusCode(201);
        return slug;
    }
}
