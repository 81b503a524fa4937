package org.depesche.platform.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class KeysResourceTest {

    private static final String KEYS = "/v1/editorial/keys";

    @Inject
    Jdbi jdbi;

    @Inject
    KeyUsageRecorder uses;

    @Test
    void aNewKeyIsShownOnceAndWorks() {
        var created = create(Map.of("name", "Website", "role", "editor", "expiresAt", "2099-12-31")).statusCode(201)
                .body("name", equalTo("Website")).body("role", equalTo("editor")).body("state", equalTo("active"))
                .body("expiresAt", equalTo("2099-12-31T00:00:00+01:00")).body("revokedAt", nullValue())
                .body("key", matchesPattern("dep_[a-z0-9]{8}_[A-Za-z0-9]{43}"))
                .header("Location", containsString(KEYS + "/")).header("Cache-Control", containsString("no-store")).extract();
        String key = created.path("key");

        Callers.withKey(key).get("/v1/test/access/editor").then().statusCode(200);
        Callers.as("admin").get(created.header("Location")).then().statusCode(200)
                .body("id", equalTo(created.path("id"))).body("prefix", equalTo(key.substring(0, 12))).body("key", nullValue());
        assertThat(kept(created.path("id"), "hash = unhex(sha2('" + key + "', 256))")).isTrue();
    }

    @Test
    void aRevokedKeyIsInvalidImmediately() {
        var created = create(Map.of("name", "Partner", "role", "reader")).statusCode(201).extract();
        String key = created.path("key");
        String address = KEYS + "/" + created.path("id");
        Callers.withKey(key).get("/v1/test/access/reader").then().statusCode(200);

        Callers.as("admin").delete(address).then().statusCode(204);

        Callers.withKey(key).get("/v1/test/access/reader").then().statusCode(401);
        var revokedAt = Callers.as("admin").get(address).then().body("state", equalTo("revoked")).extract()
                .<String> path("revokedAt");
        Callers.as("admin").delete(address).then().statusCode(204);
        Callers.as("admin").get(address).then().body("revokedAt", equalTo(revokedAt));
    }

    @Test
    void manyMayRevokeAKeyAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var round = 0; round < 5; round++) {
                var address = KEYS + "/"
                        + create(Map.of("name", "Partner", "role", "reader")).statusCode(201).extract().path("id");
                Callable<Integer> revoking = () -> Callers.as("admin").delete(address).statusCode();

                for (var status : pool.invokeAll(Collections.nCopies(8, revoking))) {
                    assertThat(status.get()).isEqualTo(204);
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void keysAreListedNewestFirstAndPageByPage() {
        var created = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            created.add(0, create(Map.of("name", "Key " + i, "role", "author")).statusCode(201).extract().path("id"));
        }

        var seen = new ArrayList<String>();
        var page = Callers.as("admin").get(KEYS + "?limit=2&total=true");
        page.then().statusCode(200).body("page.limit", equalTo(2)).body("page.previous", nullValue()).body("items.key",
                everyItem(nullValue()));
        assertThat(page.<Integer> path("page.total")).isGreaterThanOrEqualTo(5);
        for (var next = page; next != null; next = follow(next, "next")) {
            seen.addAll(next.<List<String>> path("items.id"));
            page = next;
        }

        assertThat(seen).doesNotHaveDuplicates().startsWith(created.toArray(String[]::new));
        assertThat(follow(page, "previous").<List<String>> path("items.id"))
                .isEqualTo(seen.subList((seen.size() - 1) / 2 * 2 - 2, (seen.size() - 1) / 2 * 2));
    }

    @Test
    void allErrorsAreReportedAtOnce() {
        create(Map.of("nmae", "x", "role", "boss", "expiresAt", "2001-01-01")).statusCode(400)
                .contentType("application/problem+json").body("type", containsString("/problems/invalid-body"))
                .body("errors.pointer", hasItems("/name", "/nmae", "/role", "/expiresAt"));
        create(Map.of("name", "x".repeat(201), "role", 7, "expiresAt", "tomorrow")).statusCode(400)
                .body("errors.pointer", hasItems("/name", "/role", "/expiresAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "\"x\"" })
    void aBodyThatIsNoObjectIsRejected(String body) {
        Callers.as("admin").contentType(ContentType.JSON).body(body).post(KEYS).then().statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit=0", "limit=101", "limit=x", "cursor=x", "total=yes", "state=active", "limit=",
            "limit=1&limit=2" })
    void wrongParametersAreRefused(String query) {
        Callers.as("admin").get(KEYS + "?" + query).then().statusCode(400)
                .body("type", containsString("/problems/invalid-parameter"))
                .body("errors[0].parameter", equalTo(query.split("=")[0]));
    }

    @Test
    void otherContentTypesAreRefused() {
        Callers.as("admin").contentType("text/plain").body("{}").post(KEYS).then().statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = { "reader", "author", "editor" })
    void onlyAdminsSeeAndMakeKeys(String role) {
        Callers.as(role).get(KEYS).then().statusCode(403);
        Callers.as(role).contentType(ContentType.JSON).body("{}").post(KEYS).then().statusCode(403);
        Callers.as(role).delete(KEYS + "/" + Uuid7.next()).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0192aaaa-7a00-7c3e-9d6c-0d8f2a7b1c11", "nonsense", "1-1-1-1-1" })
    void anUnknownKeyIsNotFound(String id) {
        Callers.as("admin").get(KEYS + "/" + id).then().statusCode(404);
        Callers.as("admin").delete(KEYS + "/" + id).then().statusCode(404);
    }

    @Test
    void aRepeatedRequestGetsTheSameKeyAndLeavesNoSecretBehind() {
        var once = UUID.randomUUID().toString();
        var body = Map.of("name", "Retried", "role", "reader");
        var first = Callers.as("admin").header("Idempotency-Key", once).contentType(ContentType.JSON).body(body).post(KEYS);
        var second = Callers.as("admin").header("Idempotency-Key", once).contentType(ContentType.JSON).body(body).post(KEYS);

        second.then().statusCode(201).header("Idempotent-Replayed", "true").body("key", equalTo(first.path("key")));
        var readable = jdbi
                .withHandle(handle -> handle.createQuery("select count(*) from idempotency where instr(body, :secret) > 0")
                        .bind("secret", first.<String> path("key").substring(13)).mapTo(Long.class).one());
        assertThat(readable).isZero();
    }

    @Test
    void theLastUseIsRecordedAfterTheRequest() {
        var created = create(Map.of("name", "Used", "role", "reader")).extract();
        String address = KEYS + "/" + created.path("id");
        Callers.as("admin").get(address).then().body("lastUsedAt", nullValue());

        Callers.withKey(created.path("key")).get("/v1/test/access/reader").then().statusCode(200);
        uses.flush();

        Callers.as("admin").get(address).then().body("lastUsedAt", not(nullValue()));
    }

    @Test
    void actionsOnKeysAreInTheAudit() {
        String id = create(Map.of("name", "Audited", "role", "reader")).extract().path("id");
        Callers.as("admin").delete(KEYS + "/" + id);

        var audit = jdbi.withHandle(handle -> handle
                .createQuery("select action, caller_name, address, subject_kind from audit where subject_id = :id order by id")
                .bind("id", UUID.fromString(id)).mapToMap().list());

        assertThat(audit).extracting(row -> row.get("action")).containsExactly("key.create", "key.revoke");
        assertThat(audit).allSatisfy(row -> assertThat(row).containsEntry("caller_name", "environment")
                .containsEntry("address", "127.0.0.1").containsEntry("subject_kind", "key"));
    }

    private static Response follow(Response page, String neighbour) {
        String address = page.path("page." + neighbour);
        return address == null ? null : Callers.as("admin").urlEncodingEnabled(false).get(address);
    }

    private boolean kept(String id, String condition) {
        return 1 == jdbi.withHandle(handle -> handle.createQuery("select count(*) from api_key where id = :id and " + condition)
                .bind("id", UUID.fromString(id)).mapTo(Integer.class).one());
    }

    private static ValidatableResponse create(Map<String, Object> form) {
        return Callers.as("admin").contentType(ContentType.JSON).body(form).post(KEYS).then();
    }
}
