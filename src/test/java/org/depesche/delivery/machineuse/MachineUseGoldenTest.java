package org.depesche.delivery.machineuse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.PlusDataMining;
import org.depesche.content.machineuse.UsageStatement;
import org.depesche.delivery.machineuse.format.PolicySchemas;
import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Headers;
import io.restassured.response.Response;

/** One policy, and what each standard says of it over HTTP. A representation that says something else fails here. */
@QuarkusTest
class MachineUseGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LICENCES = "https://www.example.org/lizenzen";
    private static final String SITES = "/v1/editorial/sites/";

    /**
     * Each column says the same.
     *
     * <p>said: search, aiInput, aiTrain, textAndDataMining; + allowed, - refused, L with licence, . not said
     */
    enum Case {
        NOTHING("....", null, null, false, "", "", "", null),
        ALL_ALLOWED("++++", "search=yes, ai-input=yes, ai-train=yes", 0, false, "search ai-input ai-train", "", "", "ALLOWED"),
        ALL_REFUSED("----", "search=no, ai-input=no, ai-train=no", 1, false, "", "search ai-input ai-train", "", "PROHIBITED"),
        ALL_LICENSED("LLLL", "search=no, ai-input=no, ai-train=no", 1, true, "", "", "search ai-input ai-train",
                "PROHIBITED-SEECONSTRAINT"),
        SEARCH_ALONE("+---", "search=yes, ai-input=no, ai-train=no", 1, false, "search", "ai-input ai-train", "",
                "PROHIBITED-EXCEPTSEARCHENGINEINDEXING"),
        SEARCH_SAID("+...", "search=yes", null, false, "search", "", "", null),
        SEARCH_REFUSED("-...", "search=no", null, false, "", "search", "", null),
        TRAINING_REFUSED("..-.", "ai-train=no", 1, false, "", "ai-train", "", "PROHIBITED-AIMLTRAINING"),
        INPUT_REFUSED(".-..", "ai-input=no", 1, false, "", "ai-input", "", "PROHIBITED-SEECONSTRAINT"),
        MINING_REFUSED("...-", "ai-train=no", 1, false, "", "ai-train", "", "PROHIBITED"),
        MINING_ALLOWED("...+", "ai-train=yes", 0, false, "ai-train", "", "", "ALLOWED"),
        MINING_LICENSED("+..L", "search=yes, ai-train=no", 1, true, "search", "", "ai-train", "PROHIBITED-SEECONSTRAINT"),
        TRAINING_LICENSED("++L.", "search=yes, ai-input=yes, ai-train=no", 1, true, "search ai-input", "", "ai-train",
                "PROHIBITED-SEECONSTRAINT"),
        MIXED("+L-L", "search=yes, ai-input=no, ai-train=no", 1, true, "search", "ai-train", "ai-input",
                "PROHIBITED-SEECONSTRAINT");

        private final String said;
        private final @Nullable String signal;
        private final @Nullable Integer reservation;
        private final boolean offersLicence;
        private final String permitted;
        private final String prohibited;
        private final String licensed;
        private final @Nullable String plus;

        Case(String said, @Nullable String signal, @Nullable Integer reservation, boolean offersLicence, String permitted,
                String prohibited, String licensed, @Nullable String plus) {
            this.said = said;
            this.signal = signal;
            this.reservation = reservation;
            this.offersLicence = offersLicence;
            this.permitted = permitted;
            this.prohibited = prohibited;
            this.licensed = licensed;
            this.plus = plus;
        }

        /** With the page and the contact where anything is said. */
        Map<String, String> policy() {
            var members = new LinkedHashMap<String, String>();
            var names = List.of("search", "aiInput", "aiTrain", "textAndDataMining");
            var words = Map.of('+', "allowed", '-', "refused", 'L', "licence");
            for (var i = 0; i < names.size(); i++) {
                if (words.containsKey(said.charAt(i))) {
                    members.put(names.get(i), words.get(said.charAt(i)));
                }
            }
            if (!members.isEmpty()) {
                members.put("licenceUrl", LICENCES);
                members.put("contact", "lizenzen@example.org");
            }
            return members;
        }

        boolean isSilent() {
            return this == NOTHING;
        }

        /** What the article shows: with what follows for training. */
        MachineUse effective() {
            return JSON.convertValue(policy(), MachineUse.class).effective();
        }
    }

    private static String site = "";
    private static String article = "";
    private static String service = "";

    @BeforeEach
    void publishArticle() {
        if (site.isEmpty()) {
            makeSite(UniqueNames.of("rechte"));
        }
        article = publish("politik", Map.of());
    }

    private static void makeSite(String slug) {
        site = slug;
        Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("slug", site, "name", "Rechtebote", "language", "de", "url",
                        "https://" + site + ".example.org/de"))
                .post("/v1/editorial/sites").then().statusCode(201);
        category("politik", null);
    }

    /** Images carry the strictest policy of all sites, so that no site of a test may stay. */
    @AfterEach
    void forgetPolicy() {
        patchSite(Case.NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void aSiteSaysTheSameInEachStandard(Case expected) throws IOException {
        patchSite(expected);

        checkArticle(expected, site("rsl.xml"), site("tdm-policy.json"));
        checkSite(expected);
    }

    @ParameterizedTest
    @EnumSource(names = { "ALL_LICENSED", "SEARCH_ALONE", "TRAINING_REFUSED", "MINING_ALLOWED", "MIXED" })
    void anArticleSaysTheSameInEachStandard(Case expected) throws IOException {
        article = publish("politik", Map.of("rights", Map.of("machineUse", expected.policy())));

        checkArticle(expected, "/feeds/articles/" + article + ".rsl.xml", "/feeds/articles/" + article + ".tdm-policy.json");
        rsl(expected, given().get("/feeds/articles/" + article + ".rsl.xml?site=" + site), "/de/politik/" + article + "$");
        tdmPolicy(expected, given().get("/feeds/articles/" + article + ".tdm-policy.json?site=" + site));
        assertThat(given().get(site("robots.txt")).asString()).doesNotContain("Content-Signal");
    }

    @Test
    void anImageSaysTheSameInItsMetadata() {
        for (var expected : Case.values()) {
            assertThat(PlusDataMining.of(expected.effective())).as(expected.name())
                    .isEqualTo(Optional.ofNullable(expected.plus).map(term -> "http://ns.useplus.org/ldf/vocab/DMI-" + term));
        }
    }

    @Test
    void aCategoryOverridesItsSiteForAllBelowItAndAnArticleOverridesBoth() throws IOException {
        patchSite(Case.ALL_REFUSED);
        category("forschung", null);
        category("daten", "forschung");
        article = publish("daten", Map.of());
        patch("/v1/editorial/categories/forschung?site=" + site,
                Map.of("machineUse", Map.of("textAndDataMining", "allowed", "aiTrain", "allowed", "aiInput", "allowed")));

        given().get("/v1/articles/" + article + "?site=" + site).then()
                .header("Content-Signal", "search=no, ai-input=yes, ai-train=yes").header("tdm-reservation", "0")
                .body("rights.machineUse.search", equalTo("refused"));
        assertThat(given().get(site("tdmrep.json")).jsonPath().getList("location")).isEqualTo(List.of("/de/forschung$",
                "/de/forschung/*", "/de/daten$", "/de/daten/*", "/de/"));
        var rsl = xml(given().get(site("rsl.xml")));
        assertThat(rsl.select("content[url=/de/daten/*] permits").text()).isEqualTo("ai-input ai-train");
        assertThat(rsl.select("content[url=/de/] prohibits").text()).isEqualTo("search ai-input ai-train");

        article = publish("daten", Map.of("rights", Map.of("machineUse", Map.of("aiTrain", "refused"))));
        given().get("/v1/articles/" + article + "?site=" + site).then()
                .header("Content-Signal", "search=no, ai-input=yes, ai-train=no").header("tdm-reservation", "1");
        given().get("/feeds/categories/forschung.rss?site=" + site).then()
                .header("Content-Signal", "search=no, ai-input=yes, ai-train=no").header("tdm-reservation", "1");
    }

    @Test
    void aChangeOfThePolicyChangesAllThatShowsItAtOnce() {
        for (var path : List.of("/v1/articles/" + article, "/v1/articles/" + article + "?view=summary",
                "/feeds/articles/" + article + ".md", "/feeds/articles/" + article + ".jsonld",
                "/feeds/articles/" + article + ".ninjs.json", "/feeds/articles.rss", "/feeds/articles.atom",
                "/feeds/articles.json", "/feeds/articles.ninjs.json", site("robots.txt"), site("rsl.xml"),
                site("tdmrep.json"))) {
            var address = path.startsWith("/v1/sites") ? path : path + (path.contains("?") ? "&" : "?") + "site=" + site;
            patchSite(Case.ALL_ALLOWED);
            var before = given().get(address).then().statusCode(200).extract();
            patchSite(Case.ALL_REFUSED);
            var after = given().header("If-None-Match", before.header("ETag")).get(address).then().statusCode(200).extract();

            assertThat(after.header("ETag")).as(path).isNotEqualTo(before.header("ETag"));
        }
    }

    @Test
    void theDeskStatesItWithTheRightsAndRevisionsShowIt() {
        var path = "/v1/editorial/articles/" + article;
        patch(path, Map.of("rights", Map.of("machineUse", Map.of("aiTrain", "refused"))));

        Callers.as("editor").get(path).then().body("rights.machineUse.aiTrain", equalTo("refused"));
        Callers.as("editor").get(path + "/revisions/2").then().statusCode(200)
                .body("article.rights.machineUse.aiTrain", equalTo("refused"));
        given().get("/v1/articles/" + article + "?site=" + site).then().body("rights", equalTo(null));
        patch(path, Map.of("rights", Map.of("machineUse", Map.of("aiTrain", "licence"))), 200);
        var wrong = Callers.as("editor").contentType(ContentType.JSON)
                .header("If-Match", Callers.as("editor").get(path).header("ETag"))
                .body(Map.of("rights",
                        Map.of("machineUse", Map.of("aiTrain", "vielleicht", "contact", "niemand", "traning", 1))))
                .patch(path);
        wrong.then().statusCode(400).body("errors.pointer", hasItem("/rights/machineUse/aiTrain"))
                .body("errors.pointer", hasItem("/rights/machineUse/contact"))
                .body("errors.pointer", hasItem("/rights/machineUse/traning"));
    }

    @Test
    void sitesThatDoNotExistSayNothing() {
        for (var document : List.of("robots.txt", "rsl.xml", "tdmrep.json", "tdm-policy.json")) {
            given().get("/v1/sites/" + UniqueNames.of("keine") + "/" + document).then().statusCode(404);
        }
    }

    @Test
    void theServiceReservesOnItsOwnHostWhatTheStrictestSiteReserves() {
        patchSite(Case.MINING_LICENSED);

        given().get("/.well-known/tdmrep.json").then().statusCode(200).body("location", equalTo(List.of("/")))
                .body("tdm-reservation", equalTo(List.of(1))).body("tdm-policy[0]", equalTo(absolute(site("tdm-policy.json"))));
    }

    private static void checkArticle(Case expected, String rslPath, String tdmPolicyPath) throws IOException {
        var words = UsageStatement.of(expected.effective(), "de").orElse(null);
        var answer = given().get("/v1/articles/" + article + "?site=" + site);
        headers(expected, answer.headers(), rslPath, tdmPolicyPath);
        var shown = JSON.readTree(answer.asString()).path("rights").path("machineUse");
        assertThat(shown.isMissingNode() ? MachineUse.NONE : JSON.treeToValue(shown, MachineUse.class))
                .isEqualTo(expected.effective());

        var jsonLd = document(expected, ".jsonld", rslPath, tdmPolicyPath);
        assertThat(text(jsonLd, "conditionsOfAccess")).isEqualTo(words);
        assertThat(text(jsonLd, "usageInfo")).isEqualTo(expected.isSilent() ? null : rslAddress(rslPath));
        assertThat(text(jsonLd, "license")).isEqualTo(expected.isSilent() ? null : rslAddress(rslPath));
        assertThat(text(jsonLd, "acquireLicensePage")).isEqualTo(expected.isSilent() ? null : LICENCES);

        var ninjs = document(expected, ".ninjs.json", rslPath, tdmPolicyPath);
        assertThat(text(ninjs, "usageTerms")).isEqualTo(words);
        assertThat(text(ninjs.path("rightsInfo"), "linkedRights")).isEqualTo(expected.isSilent() ? null : rslAddress(rslPath));

        var markdown = given().get("/feeds/articles/" + article + ".md?site=" + site);
        headers(expected, markdown.headers(), rslPath, tdmPolicyPath);
        assertThat(markdown.asString().contains("\nmachineUse: " + JSON.writeValueAsString(expected.effective()) + "\n"))
                .isEqualTo(!expected.isSilent());
        checkFeeds(expected, rslPath, tdmPolicyPath);
    }

    private static void checkFeeds(Case expected, String rslPath, String tdmPolicyPath) throws IOException {
        var own = "/feeds/categories/politik.%s?site=" + site;
        var rss = given().get(own.formatted("rss"));
        var item = xml(rss).select("item").stream().filter(each -> each.select("link").text().endsWith("/" + article))
                .findFirst()
                .orElseThrow();
        assertThat(terms(item, "rsl|")).isEqualTo(terms(expected));
        var entry = xml(given().get(own.formatted("atom"))).select("entry").stream()
                .filter(each -> each.select("link[rel=alternate]").attr("href").endsWith("/" + article)).findFirst()
                .orElseThrow();
        assertThat(entry.select("link[rel=license]").eachAttr("href"))
                .isEqualTo(expected.isSilent() ? List.of() : List.of(rslAddress(rslPath)));
        assertThat(entry.select("rights").text()).isEqualTo(UsageStatement.of(expected.effective(), "de").orElse(""));
        var json = JSON.readTree(given().get(own.formatted("json")).asString()).path("items").valueStream()
                .filter(each -> each.path("url").asText().endsWith("/" + article)).findFirst().orElseThrow().path("_depesche")
                .path("machine_use");
        assertThat(text(json, "text_and_data_mining")).isEqualTo(word(expected.effective().textAndDataMining()));
        assertThat(text(json, "ai_train")).isEqualTo(word(expected.effective().aiTrain()));
        assertThat(text(json, "ai_input")).isEqualTo(word(expected.effective().aiInput()));
        assertThat(text(json, "search")).isEqualTo(word(expected.effective().search()));
    }

    private static void checkSite(Case expected) throws IOException {
        for (var format : List.of("rss", "atom", "json", "ninjs.json")) {
            headers(expected, given().get("/feeds/articles." + format + "?site=" + site).headers(), site("rsl.xml"),
                    site("tdm-policy.json"));
        }
        var robots = given().get(site("robots.txt")).then().header("Content-Type", "text/plain;charset=utf-8").extract()
                .asString();
        assertThat(robots.lines().filter(line -> line.startsWith("Content-Signal: ")).toList())
                .isEqualTo(expected.signal == null ? List.of() : List.of("Content-Signal: " + expected.signal));
        assertThat(robots.lines().filter(line -> line.startsWith("License: ")).toList())
                .isEqualTo(expected.isSilent() ? List.of() : List.of("License: " + absolute(site("rsl.xml"))));
        assertThat(robots).contains("Sitemap: " + absolute("/feeds/sitemap.xml?site=" + site));
        rsl(expected, given().get(site("rsl.xml")), "/de/");
        var rules = JSON.readTree(given().get(site("tdmrep.json")).asString());
        assertThat(rules).hasSize(expected.reservation == null ? 0 : 1);
        if (expected.reservation != null) {
            assertThat(rules.path(0).path("location").asText()).isEqualTo("/de/");
            assertThat(rules.path(0).path("tdm-reservation").asInt()).isEqualTo(expected.reservation);
            assertThat(text(rules.path(0), "tdm-policy"))
                    .isEqualTo(expected.offersLicence ? absolute(site("tdm-policy.json")) : null);
        }
        tdmPolicy(expected, given().get(site("tdm-policy.json")));
    }

    private static void headers(Case expected, Headers headers, String rslPath, String tdmPolicyPath) {
        assertThat(headers.getValue("Content-Signal")).isEqualTo(expected.signal);
        assertThat(headers.getValue("tdm-reservation"))
                .isEqualTo(expected.reservation == null ? null : expected.reservation.toString());
        assertThat(headers.getValue("tdm-policy")).isEqualTo(expected.offersLicence ? rslAddress(tdmPolicyPath) : null);
        var link = "<" + rslAddress(rslPath) + ">; rel=\"license\"; type=\"application/rsl+xml\"";
        assertThat(String.valueOf(headers.getValue("Link")).contains(link)).isEqualTo(!expected.isSilent());
    }

    private static void rsl(Case expected, Response answer, String url) {
        if (expected.isSilent()) {
            answer.then().statusCode(404);
            return;
        }
        answer.then().statusCode(200).header("Content-Type", startsWith("application/rsl+xml"));
        assertThatCode(() -> PolicySchemas.requireRsl(answer.asByteArray())).doesNotThrowAnyException();
        var document = xml(answer);
        assertThat(document.select("rsl").attr("xmlns")).isEqualTo("https://rslstandard.org/rsl");
        assertThat(document.select("content").eachAttr("url")).containsExactly(url);
        assertThat(terms(document, "")).isEqualTo(terms(expected));
        assertThat(document.select("copyright").attr("contactEmail")).isEqualTo("lizenzen@example.org");
    }

    private static void tdmPolicy(Case expected, Response answer) throws IOException {
        if (!expected.offersLicence) {
            answer.then().statusCode(404);
            return;
        }
        answer.then().statusCode(200).header("Content-Type", startsWith("application/ld+json"));
        var policy = JSON.readTree(answer.asString());
        PolicySchemas.assertIsTdmPolicy(policy);
        assertThat(policy.path("profile").asText()).isEqualTo("http://www.w3.org/ns/tdmrep");
        assertThat(policy.path("permission").path(0).path("action").asText()).isEqualTo("tdm:mine");
        assertThat(policy.path("permission").path(0).at("/duty/0/action").asText()).isEqualTo("obtainConsent");
        assertThat(policy.path("assigner").path("vcard:hasURL").asText()).isEqualTo(LICENCES);
        assertThat(policy.path("assigner").path("vcard:hasEmail").asText()).isEqualTo("mailto:lizenzen@example.org");
    }

    private static JsonNode document(Case expected, String extension, String rslPath, String tdmPolicyPath) throws IOException {
        var answer = given().get("/feeds/articles/" + article + extension + "?site=" + site);
        headers(expected, answer.headers(), rslPath, tdmPolicyPath);
        return JSON.readTree(answer.asString());
    }

    /** What RSL permits, prohibits and licenses. */
    private static List<String> terms(Element from, String prefix) {
        var free = new StringBuilder();
        var licensed = new StringBuilder();
        from.select(prefix + "license").forEach(licence -> (licence.select(prefix + "payment").isEmpty() ? free : licensed)
                .append(licence.select(prefix + "permits").text()));
        return List.of(free.toString(), from.select(prefix + "prohibits").text(), licensed.toString(),
                from.select(prefix + "custom").text());
    }

    private static List<String> terms(Case expected) {
        return List.of(expected.permitted, expected.prohibited, expected.licensed, expected.licensed.isEmpty() ? "" : LICENCES);
    }

    private static @Nullable String word(@Nullable Object permission) {
        return permission == null ? null : permission.toString().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(JsonNode json, String member) {
        return json.has(member) ? json.path(member).asText() : null;
    }

    private static Element xml(Response answer) {
        return Jsoup.parse(answer.then().statusCode(200).extract().asString(), "", Parser.xmlParser());
    }

    private static String site(String document) {
        return "/v1/sites/" + site + "/" + document;
    }

    /** Documents of articles name the site where it is not the default one. */
    private static String rslAddress(String path) {
        return absolute(path + (path.startsWith("/feeds") ? "?site=" + site : ""));
    }

    private static String absolute(String path) {
        if (service.isEmpty()) {
            service = URI.create(given().get("/feeds/articles.json").jsonPath().getString("feed_url")).resolve("/").toString()
                    .replaceFirst("/$", "");
        }
        return service + path;
    }

    private static void patchSite(Case policy) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (var name : List.of("search", "aiInput", "aiTrain", "textAndDataMining", "licenceUrl", "contact")) {
            members.put(name, policy.policy().get(name));
        }
        patch(SITES + site, Map.of("machineUse", members));
    }

    private static void patch(String path, Map<String, ?> members) {
        patch(path, members, 200);
    }

    private static void patch(String path, Map<String, ?> members, int status) {
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", Callers.as("admin").get(path).header("ETag"))
                .body(members).patch(path).then().statusCode(status);
    }

    private static void category(String slug, @Nullable String parent) {
        var form = new LinkedHashMap<String, String>(Map.of("slug", slug, "name", slug));
        Optional.ofNullable(parent).ifPresent(above -> form.put("parent", above));
        Callers.as("admin").contentType(ContentType.JSON).body(form).post("/v1/editorial/categories?site=" + site).then()
                .statusCode(201);
    }

    private static String publish(String category, Map<String, ?> members) {
        var form = new LinkedHashMap<String, Object>(Map.of("headline", UniqueNames.of("Rechte"), "language", "de", "body",
                "<p>Text</p>", "placements", List.of(Map.of("site", site, "category", category))));
        form.putAll(members);
        var made = Callers.as("admin").contentType(ContentType.JSON).body(form).post("/v1/editorial/articles").then()
                .statusCode(201).extract();
        Callers.as("admin").header("If-Match", made.header("ETag"))
                .post("/v1/editorial/articles/" + made.path("slug") + "/publish")
                .then().statusCode(200);
        return made.path("slug");
    }
}
