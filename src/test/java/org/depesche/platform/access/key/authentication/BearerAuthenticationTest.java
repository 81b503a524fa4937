package org.depesche.platform.access.key.authentication;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Role;
import org.depesche.platform.access.key.PlaintextKey;
import org.depesche.testkit.Callers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** Every kind of key at every kind of endpoint. */
@QuarkusTest
class BearerAuthenticationTest {

    private static final List<String> ROLES = Role.words();

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    static Stream<Arguments> everyRoleAtEveryDoor() {
        return ROLES.stream().flatMap(role -> ROLES.stream().map(path -> Arguments.of(role, path)));
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEveryDoor")
    void aRoleOpensItsOwnEndpointAndThoseOfLowerRoles(String role, String path) {
        var response = request(Callers.key(role), path);

        if (ROLES.indexOf(role) >= ROLES.indexOf(path)) {
            response.statusCode(200).body(equalTo(role));
        } else {
            assertProblem(response, 403, "forbidden").body("status", equalTo(403));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "reader", "author", "editor", "admin" })
    void withoutAKeyNoEndpointOpens(String path) {
        assertProblem(RestAssured.get("/v1/test/access/" + path).then(), 401, "unauthenticated")
                .header("WWW-Authenticate", "Bearer realm=\"Depesche\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "reader", "author", "editor", "admin", "anybody", "anybody-on-the-event-loop" })
    void aWrongKeyOpensNoEndpointNotEvenAPublicOne(String path) {
        assertInvalid(request("dep_aaaaaaaa_0123456789012345678901234567890123456789012", path));
        assertInvalid(request("short", path));
        assertInvalid(request("", path));
        assertInvalid(request("x".repeat(5_000), path));
        assertInvalid(request(expired(), path));
        assertInvalid(request(revoked(), path));
    }

    @Test
    void twoKeysAreRejected() {
        assertInvalid(Callers.as("reader").header("Authorization", "Bearer " + Callers.key("admin"))
                .get("/v1/test/access/anybody").then());
    }

    @ParameterizedTest
    @ValueSource(strings = { "anybody", "anybody-on-the-event-loop" })
    void publicEndpointsKnowTheirCaller(String path) {
        RestAssured.get("/v1/test/access/" + path).then().statusCode(200).body(equalTo("anonymous"));
        request(Callers.key("editor"), path).statusCode(200).body(equalTo("editor"));
    }

    @Test
    void basicAuthenticationIsIgnored() {
        RestAssured.given().header("Authorization", "Basic c3RhZ2luZzpzZWNyZXQ=").get("/v1/test/access/anybody").then()
                .statusCode(200).body(equalTo("anonymous"));
        RestAssured.given().header("Authorization", "Basic c3RhZ2luZzpzZWNyZXQ=").get("/v1/test/access/reader").then()
                .statusCode(401);
    }

    @Test
    void theSchemesCaseDoesNotMatter() {
        RestAssured.given().header("Authorization", "bearer  " + Callers.key("reader")).get("/v1/test/access/reader").then()
                .statusCode(200);
    }

    @Test
    void anEndpointWithoutAnnotationDeniesEverybody() {
        request(Callers.key("admin"), "nobody").statusCode(403);
    }

    private static ValidatableResponse request(String key, String path) {
        return Callers.withKey(key).get("/v1/test/access/" + path).then();
    }

    private static void assertInvalid(ValidatableResponse response) {
        assertProblem(response, 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    }

    private static ValidatableResponse assertProblem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status).contentType("application/problem+json")
                .body("type", containsString("/problems/" + slug))
                .body("detail", not(containsString("dep_")));
    }

    private String expired() {
        return stored(clock.instant().minus(Duration.ofSeconds(1)), null);
    }

    private String revoked() {
        return stored(null, clock.instant());
    }

    private String stored(Instant expiresAt, Instant revokedAt) {
        var text = PlaintextKey.generate();
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into api_key (id, name, role, prefix, hash, origin, created_at, expires_at, revoked_at)
                values (:id, 'test', 'ADMIN', :prefix, :hash, 'REQUEST', :now, :expires, :revoked)""")
                .bind("id", Uuid7.next()).bind("prefix", text.prefix()).bind("hash", text.hash())
                .bind("now", clock.instant()).bind("expires", expiresAt).bind("revoked", revokedAt).execute());
        return text.text();
    }
}
