package org.depesche.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class AuditResourceTest {

    private static final String AUDIT = "/v1/editorial/audit";
    private static final String CATEGORIES = "/v1/editorial/categories";

    @Inject
    Jdbi jdbi;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    private String caller;
    private String key;

    /** Each test has its own caller, and reads only the entries of that caller. */
    @BeforeEach
    void someoneComes() {
        var created = Callers.as("admin").contentType(ContentType.JSON).body(Map.of("name", "Audited", "role", "editor"))
                .post("/v1/editorial/keys").then().statusCode(201).extract();
        caller = created.path("id");
        key = created.path("key");
    }

    @Test
    void anEntrySaysWhoDidWhatToWhatWhenAndFromWhere() {
        var before = clock.instant().minusSeconds(1);
        var category = category();

        var entry = entries("by=" + caller).body("items", hasSize(1)).extract().jsonPath();

        assertThat(entry.getString("items[0].action")).isEqualTo("category.create");
        assertThat(entry.getMap("items[0].by")).isEqualTo(Map.of("id", caller, "name", "Audited"));
        assertThat(entry.getMap("items[0].subject")).isEqualTo(Map.of("kind", "category", "id", category));
        assertThat(entry.getString("items[0].address")).isEqualTo("127.0.0.1");
        assertThat(OffsetDateTime.parse(entry.getString("items[0].at")).toInstant()).isBetween(before,
                clock.instant());
        assertThat(entry.getMap("items[0]")).containsKey("revisionAfter").doesNotContainKey("revisionBefore");
    }

    @Test
    void aRevisionIsNamedBeforeAndAfter() {
        var category = category();
        renamed(category);
        Callers.withKey(key).header("If-Match", tag(category)).delete(CATEGORIES + "/" + category).then().statusCode(204);

        var entries = entries("subject=" + category).extract().jsonPath();

        assertThat(entries.getList("items.action")).containsExactly("category.delete", "category.update", "category.create");
        assertThat(entries.getList("items.revisionBefore")).containsExactly(entries.get("items[1].revisionAfter"),
                entries.get("items[2].revisionAfter"), null);
        assertThat(entries.getMap("items[0]")).doesNotContainKey("revisionAfter");
    }

    @Test
    void aRequestThatChangedNothingIsNotRecorded() {
        var category = category();
        Callers.withKey(key).contentType(ContentType.JSON).header("If-Match", tag(category)).body("{}")
                .patch(CATEGORIES + "/" + category).then().statusCode(200);

        entries("subject=" + category).body("items", hasSize(1));
    }

    @Test
    void aRejectedRequestIsNotRecorded() {
        Callers.withKey(key).contentType(ContentType.JSON).body(Map.of("name", "x", "slug", "Not A Slug")).post(CATEGORIES)
                .then()
                .statusCode(400);

        entries("by=" + caller).body("items", hasSize(0));
    }

    @Test
    void anImportIsOneEntryOfItsSender() {
        var admin = Callers.as("admin").contentType(ContentType.JSON).body(Map.of("name", "Importer", "role", "admin"))
                .post("/v1/editorial/keys").then().extract();
        String id = Callers.withKey(admin.path("key")).contentType("application/x-ndjson").body("{}\n{}".getBytes(UTF_8))
                .post("/v1/editorial/imports").then().statusCode(202).extract().path("id");

        entries("by=" + admin.path("id")).body("items", hasSize(1)).body("items[0].action", equalTo("import.start"))
                .body("items[0].subject.id", equalTo(id)).body("items[0].by.name", equalTo("Importer"));
    }

    @Test
    void entriesAreFoundByCallerActionSubjectAndTime() {
        var first = category();
        var second = category();
        renamed(second);

        entries("by=" + caller).body("items", hasSize(3));
        entries("by=" + caller + "&action=category.create").body("items.subject.id", equalTo(List.of(second, first)));
        entries("by=" + caller + "&subject=" + first).body("items", hasSize(1));
        entries("by=" + caller + "&from=2020-01-01&before=2030-01-01T00:00:00Z").body("items", hasSize(3));
        entries("by=" + caller + "&before=2020-01-01").body("items", hasSize(0));
        entries("by=" + caller + "&from=2100-01-01").body("items", hasSize(0));
        entries("by=" + Uuid7.next()).body("items", hasSize(0));
    }

    @Test
    void entriesComeNewestFirstPageByPageAndBack() {
        var created = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            created.add(0, category());
        }

        var pages = new ArrayList<Response>();
        for (var page = Callers.as("admin").get(AUDIT + "?limit=2&total=true&by=" + caller); page != null; page = follow(page,
                "next")) {
            pages.add(page);
        }

        assertThat(pages).hasSize(3);
        assertThat(pages.stream().flatMap(page -> page.<List<String>> path("items.subject.id").stream())).isEqualTo(created);
        pages.get(0).then().body("page.total", equalTo(5)).body("page.previous", nullValue())
                .header("Link", containsString("rel=\"next\""));
        assertThat(follow(pages.get(2), "previous").<List<String>> path("items.subject.id")).isEqualTo(created.subList(2, 4));
    }

    @Test
    void entriesOfOneMomentAreNeitherLostNorRepeated() {
        var subject = Uuid7.next();
        var ids = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            ids.add(written(Instant.parse("2024-02-29T12:00:00.123456Z"), subject).toString());
        }
        Collections.reverse(ids);

        var seen = new ArrayList<String>();
        for (var page = Callers.as("admin").get(AUDIT + "?limit=3&subject=" + subject); page != null; page = follow(page,
                "next")) {
            seen.addAll(page.path("items.id"));
        }

        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void aCursorWorksOnlyWithTheFilterItWasMadeFor() {
        category();
        category();
        String next = entries("limit=1&by=" + caller).extract().path("page.next");
        var cursor = next.replaceFirst(".*cursor=([^&]*).*", "$1");

        Callers.as("admin").get(AUDIT + "?limit=1&action=category.create&cursor=" + cursor).then().statusCode(400)
                .body("errors[0].parameter", equalTo("cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "by=me", "action=publish", "action=Article.publish", "subject=x", "from=yesterday", "before=x",
            "limit=0", "cursor=x", "total=yes", "who=me", "by=" })
    void wrongParametersAreRefused(String query) {
        Callers.as("admin").get(AUDIT + "?" + query).then().statusCode(400)
                .body("type", containsString("/problems/invalid-parameter"))
                .body("errors[0].parameter", equalTo(query.split("=")[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = { "reader", "author", "editor" })
    void onlyAdminsReadTheAudit(String role) {
        Callers.as(role).get(AUDIT).then().statusCode(403);
    }

    @Test
    void actionsOnAnErasedSubjectAreDeleted() {
        var category = category();
        var other = category();

        var deletedEntries = QuarkusTransaction.requiringNew().call(() -> audit.deleteSubject(UUID.fromString(category)));

        assertThat(deletedEntries).isEqualTo(1);
        entries("subject=" + category).body("items", hasSize(0));
        entries("subject=" + other).body("items", hasSize(1));
    }

    @Test
    void anErasedCallersNameAndAddressesAreDeletedButNotItsActions() {
        var category = category();

        QuarkusTransaction.requiringNew().call(() -> audit.eraseCaller(UUID.fromString(caller)));

        entries("by=" + caller).body("items", hasSize(1)).body("items[0].by.id", equalTo(caller))
                .body("items[0].by.name", nullValue()).body("items[0].address", nullValue())
                .body("items[0].subject.id", equalTo(category));
    }

    @Test
    void thePlanOfEachListIsARangeOfAnIndex() {
        for (var condition : List.of("true", "caller_id = x'00'", "subject_id = x'00'", "action = 'x.y'")) {
            var plan = jdbi.withHandle(handle -> handle.createQuery("explain select * from audit where " + condition
                    + " and at <= '2026-01-01' and (at < '2026-01-01' or id < x'00') order by at desc, id desc limit 16")
                    .mapToMap().one());

            assertThat(String.valueOf(plan.get("extra"))).as(condition).doesNotContain("filesort");
            assertThat(plan.get("key")).as(condition).isNotNull();
        }
    }

    private UUID written(Instant at, UUID subject) {
        var id = Uuid7.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into audit (id, at, caller_name, action, subject_kind, subject_id)
                values (:id, :at, 'test', 'test.write', 'test', :subject)""")
                .bind("id", id).bind("at", at).bind("subject", subject).execute());
        return id;
    }

    private ValidatableResponse entries(String query) {
        return Callers.as("admin").get(AUDIT + "?" + query).then().statusCode(200);
    }

    private static Response follow(Response page, String neighbour) {
        String address = page.path("page." + neighbour);
        return address == null ? null : Callers.as("admin").urlEncodingEnabled(false).get(address);
    }

    private String category() {
        return Callers.withKey(key).contentType(ContentType.JSON).body(Map.of("name", "Audit " + Uuid7.compact(Uuid7.next())))
                .post(CATEGORIES).then().statusCode(201).extract().path("id");
    }

    private void renamed(String category) {
        Callers.withKey(key).contentType(ContentType.JSON).header("If-Match", tag(category))
                .body(Map.of("name", "Audit, renamed"))
                .patch(CATEGORIES + "/" + category).then().statusCode(200);
    }

    private String tag(String category) {
        return Callers.withKey(key).get(CATEGORIES + "/" + category).then().statusCode(200).extract().header("ETag");
    }
}
