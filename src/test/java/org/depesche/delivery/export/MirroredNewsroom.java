package org.depesche.delivery.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.depesche.testkit.Callers;

import io.quarkus.logging.Log;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A newsroom of two sites that does random things, and a mirror of each site. */
final class MirroredNewsroom {

    private static final String EDITORIAL = "/v1/editorial/";
    private static final List<String> NAMES = List.of("see", "land", "luft");
    /**
     * A mirror reads all articles that an entry touches, as many as a site has when its address changes. A newsroom that only
     * grew would make the work grow with the square of the operations.
     */
    private static final int MAX_ARTICLES = 100;

    private final long seed = Long.getLong("depesche.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String north = "spiegel-nord-" + mark;
    private final String south = "spiegel-sued-" + mark;
    private final List<String> articles = new ArrayList<>();
    /** The slugs that the categories have now, by site and first name. */
    private final Map<String, String> categories = new HashMap<>();

    /** Does that many operations, and compares the mirrors with their sites. */
    void mirror(int operations) {
        for (var site : List.of(north, south)) {
            admin().body(Map.of("slug", site, "name", site, "language", "de", "url", "https://" + site + ".example.org"))
                    .post(EDITORIAL + "sites").then().statusCode(201);
            for (var category : NAMES) {
                categories.put(site + category, category + "-" + mark);
                admin().body(Map.of("slug", category + "-" + mark, "name", category))
                        .post(EDITORIAL + "categories?site=" + site).then().statusCode(201);
            }
        }
        for (var number = 0; number < 12; number++) {
            create();
        }
        var mirrors = List.of(new Mirror(north, random), new Mirror(south, random));
        mirrors.forEach(Mirror::export);

        for (var done = 0; done < operations; done++) {
            operate();
            if (random.nextInt(6) == 0) {
                mirrors.get(random.nextInt(2)).follow();
            }
            if (done % 1_000 == 999) {
                mirrors.forEach(Mirror::follow);
                compare(mirrors);
                report(done + 1, mirrors);
            }
        }
        mirrors.forEach(Mirror::follow);

        report(operations, mirrors);
        compare(mirrors);
    }

    private void report(int operations, List<Mirror> mirrors) {
        Log.infof("Mirrored %d operations with %d crashes in %d reads, articles=%d seed=%d", operations,
                mirrors.stream().mapToInt(Mirror::crashes).sum(), mirrors.stream().mapToInt(Mirror::reads).sum(),
                articles.size(), seed);
    }

    private void compare(List<Mirror> mirrors) {
        assertThat(Mirror.difference(Mirror.source(north), mirrors.get(0).articles())).as("seed " + seed).isEmpty();
        assertThat(Mirror.difference(Mirror.source(south), mirrors.get(1).articles())).as("seed " + seed).isEmpty();
        assertThat(Mirror.source(north)).isNotEmpty();
    }

    private void operate() {
        switch (random.nextInt(16)) {
            case 0, 1 -> create();
            case 2, 3, 4 -> change(Map.of("headline", "Neu " + random.nextInt(1_000)));
            case 5 -> change(Map.of("tags", tags()));
            case 6 -> change(Map.of("placements", placements()));
            case 7 -> act("unpublish", Map.of());
            case 8 -> act("withdraw", Map.of("reason", "Test", "notice", "Zurückgezogen"));
            case 9 -> erase();
            case 10 -> rename("tags", "spiegel-" + mark + "-" + random.nextInt(4));
            case 11 -> rename("authors", "ada-spiegel-" + mark);
            case 12 -> change(Map.of("slug", "spiegel-" + mark + "-" + random.nextInt(500)));
            case 13 -> moveSite();
            case 14 -> mergeTags();
            default -> renameCategory();
        }
    }

    private void moveSite() {
        var site = site();
        var body = Map.<String, Object> of("name", "Blatt " + random.nextInt(99), "url",
                "https://" + site + "-" + random.nextInt(9) + ".example.org");
        assertThat(send("PATCH", "sites/" + site, body).statusCode()).isIn(200, 409);
    }

    private void mergeTags() {
        var target = Map.<String, Object> of("target", "spiegel-" + mark + "-" + random.nextInt(4));
        assertThat(send("POST", "tags/spiegel-" + mark + "-" + random.nextInt(4) + "/merge-into", target).statusCode())
                .isLessThan(500).isNotIn(401, 403, 405);
    }

    /** The name, and now and then the slug with all addresses below it. */
    private void renameCategory() {
        var site = site();
        var key = site + NAMES.get(random.nextInt(NAMES.size()));
        var slug = random.nextBoolean() ? categories.get(key)
                : categories.get(key).replaceFirst("(-neu\\d)?$", "-neu" + random
                        .nextInt(9));
        var body = Map.<String, Object> of("slug", slug, "name", "Name " + random.nextInt(1_000));
        if (send("PATCH", "categories/" + categories.get(key) + "?site=" + site, body).statusCode() == 200) {
            categories.put(key, slug);
        }
    }

    private String site() {
        return random.nextBoolean() ? north : south;
    }

    private void create() {
        if (articles.size() >= MAX_ARTICLES) {
            erase();
        }
        var form = new HashMap<String, Object>(Map.of("headline", "Artikel " + random.nextInt(1_000), "placements",
                placements(),
                "tags", tags(), "authors", List.of("Ada Spiegel " + mark), "body", "<p>Text " + random.nextInt(99) + "</p>"));
        if (!articles.isEmpty() && random.nextInt(4) == 0) {
            form.put("body", List.of(Map.of("type", "articleLink", "article", any())));
        }
        var made = admin().body(form).post(EDITORIAL + "articles").then().statusCode(201).extract();
        articles.add(made.path("id"));
        publish(made.path("id"));
    }

    private void change(Map<String, Object> patch) {
        var id = any();
        var saved = send("PATCH", "articles/" + id, patch);
        if (saved.statusCode() == 200) {
            publish(id);
        }
    }

    private void publish(String id) {
        assertThat(send("POST", "articles/" + id + "/publish", Map.of()).statusCode()).isIn(200, 404, 409, 422);
    }

    private void act(String verb, Map<String, Object> body) {
        assertThat(send("POST", "articles/" + any() + "/" + verb, body).statusCode()).isLessThan(500).isNotEqualTo(400);
    }

    /** What is erased cannot be linked to any more. */
    private void erase() {
        var id = any();
        if (send("POST", "articles/" + id + "/erase", Map.of()).statusCode() == 204) {
            articles.remove(id);
        }
    }

    private void rename(String kind, String slug) {
        var body = Map.<String, Object> of("name", "Name " + random.nextInt(1_000));
        // 409: another one has this name
        assertThat(send("PATCH", kind + "/" + slug, body).statusCode()).isIn(200, 404, 409);
    }

    /** With the ETag of the thing that the address begins with. */
    private Response send(String method, String path, Map<String, Object> body) {
        var parts = path.split("\\?")[0].split("/");
        var query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
        var eTag = admin().get(EDITORIAL + parts[0] + "/" + parts[1] + query).header("ETag");
        var request = admin().body(body);
        return (eTag == null ? request : request.header("If-Match", eTag)).request(method, EDITORIAL + path);
    }

    private String any() {
        return articles.get(random.nextInt(articles.size()));
    }

    private List<String> tags() {
        return List.of("Spiegel " + mark + " " + random.nextInt(4), "Spiegel " + mark + " " + random.nextInt(4)).stream()
                .distinct().toList();
    }

    private List<Map<String, String>> placements() {
        var name = NAMES.get(random.nextInt(NAMES.size()));
        var first = Map.of("site", north, "category", categories.get(north + name));
        var second = Map.of("site", south, "category", categories.get(south + name));
        return List.of(List.of(first), List.of(second), List.of(first, second), List.of(second, first))
                .get(random.nextInt(4));
    }

    private static RequestSpecification admin() {
        return Callers.as("admin").contentType("application/json");
    }
}
