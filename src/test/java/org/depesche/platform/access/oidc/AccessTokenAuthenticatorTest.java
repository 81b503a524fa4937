package org.depesche.platform.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.crypto.spec.SecretKeySpec;

import org.depesche.platform.access.Role;
import org.depesche.testkit.Callers;
import org.depesche.testkit.SecondProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Valid and invalid access tokens of an issuer on this machine. */
@QuarkusTest
@TestProfile(SecondProfile.class)
class AccessTokenAuthenticatorTest {

    private static final String ISSUER = "https://server.example.com";
    private static final String KEY = "privateKey.jwk";
    private static final String ARTICLES = "/v1/editorial/articles";

    @ParameterizedTest
    @CsvSource({ "depesche-reader, reader", "depesche-author, author", "depesche-editor, editor", "depesche-admin, admin" })
    void aTokensGroupIsARole(String group, String role) {
        request(signed(token("alice", group)), "anybody").statusCode(200).body(equalTo(role));
        request(signed(token("alice", group)), role).statusCode(200).body(equalTo(role));
    }

    @Test
    void theHighestRoleOfSeveralGroupsCounts() {
        request(signed(token("alice", "sports", "depesche-editor", "depesche-reader")), "anybody").body(equalTo("editor"));
    }

    @Test
    void aRoleGrantsNoRightsOfHigherRoles() {
        request(signed(token("alice", "depesche-author")), "editor").statusCode(403).contentType("application/problem+json")
                .body("type", containsString("/problems/forbidden"));
    }

    @Test
    void keycloaksRealmRolesAreRolesToo() {
        var token = token("alice").claim("realm_access", Map.of("roles", List.of("offline_access", "depesche-editor")));

        request(signed(token), "editor").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "reader", "author", "editor", "admin", "user", "Depesche-Admin", "depesche-admin " })
    void roleNamesOfTheIssuerGrantNothing(String group) {
        var token = signed(token("alice", group));

        Role.words().forEach(path -> request(token, path).statusCode(403));
        request(token, "anybody").statusCode(200).body(equalTo("anonymous"));
    }

    @Test
    void aTokenWithoutARoleGrantsNothing() {
        request(signed(token("alice")), "reader").statusCode(403);
    }

    @Test
    void anExpiredTokenIsRefused() {
        var now = Instant.now();

        refused(signed(token("alice", "depesche-admin").issuedAt(now.minusSeconds(600)).expiresAt(now.minusSeconds(300))))
                .body("detail", containsString("expired"));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        refused(signed(token("alice", "depesche-admin").audience("another-application")))
                .body("detail", containsString("audience"));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        refused(signed(token("alice", "depesche-admin").issuer("https://elsewhere.example.com")))
                .body("detail", containsString("issuer"));
    }

    @Test
    void aTokenSignedWithAnotherKeyIsRefused() throws NoSuchAlgorithmException {
        refused(token("alice", "depesche-admin").jws().keyId("1").sign(foreignKey())).body("detail",
                containsString("signature"));
        refused(token("alice", "depesche-admin").jws().keyId("unknown").sign(foreignKey()));
        refused(token("alice", "depesche-admin").jws().sign(foreignKey()));
    }

    @Test
    void aTokenChangedAfterItWasSignedIsRefused() {
        var parts = signed(token("alice", "depesche-reader")).split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);

        refused(parts[0] + "." + encoded(claims.replace("depesche-reader", "depesche-admin")) + "." + parts[2]);
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        var claims = signed(token("alice", "depesche-admin")).split("\\.")[1];

        refused(encoded("{\"alg\":\"none\"}") + "." + claims + ".");
        refused(encoded("{\"alg\":\"none\"}") + "." + claims + ".AA");
        refused(token("alice", "depesche-admin").jws().keyId("1")
                .sign(new SecretKeySpec("what everybody knows is no secret at all".getBytes(StandardCharsets.UTF_8),
                        "HmacSHA256")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "eyJ.eyJ.x", "eyJhbGciOiJSUzI1NiJ9.bm8ganNvbg.AAAA", "eyJhbGciOiJSUzI1NiJ9.e30.",
            "eyJhbGciOiJSUzI1NiJ9.W10.AAAA",
            "eyJhbGciOiJub25lIn0.e30.", "eyJ.." })
    void textsThatOnlyLookLikeTokensAreRejected(String token) {
        refused(token);
    }

    @Test
    void aTokenWithoutASubjectIsRefused() {
        refused(Jwt.issuer(ISSUER).audience("depesche").groups("depesche-admin").jws().keyId("1").sign(KEY));
    }

    @Test
    void claimsOfWrongTypesAreRejectedOrIgnored() {
        for (var odd : List.of(7, Map.of("roles", Map.of("a", "depesche-admin")), Map.of("roles", List.of(1, 2)),
                Map.of("roles", List.of(List.of("depesche-admin"))), Map.of("roles", true))) {
            request(signed(token("alice").claim("realm_access", odd)), "reader").statusCode(either(is(401)).or(is(403)));
        }
        request(signed(token("alice", "depesche-editor").claim("preferred_username", "x\n".repeat(500))), "editor")
                .statusCode(200);
    }

    @Test
    void anInvalidTokenIsRejectedOnPublicEndpointsToo() {
        var wrong = signed(token("alice", "depesche-reader").audience("another-application"));

        assertInvalid(Callers.withKey(wrong).get("/v1/articles").then());
        assertInvalid(Callers.withKey(wrong).get("/v1/articles/unknown").then());
        Callers.withKey(signed(token("alice", "depesche-reader"))).get("/v1/articles").then().statusCode(200);
    }

    @Test
    void twoTokensAreRejected() {
        assertInvalid(Callers.withKey(signed(token("alice", "depesche-admin")))
                .header("Authorization", "Bearer " + signed(token("alice", "depesche-admin")))
                .get("/v1/test/access/reader").then());
    }

    @Test
    void keysWorkTogetherWithTokens() {
        request(Callers.key("editor"), "editor").statusCode(200).body(equalTo("editor"));
        request("dep_aaaaaaaa_0123456789012345678901234567890123456789012", "editor").statusCode(401);
    }

    @Test
    void aCallerFindsItsOwnDraftsAgainAndNobodyElsesDrafts() {
        String draft = Callers.withKey(signed(token("alice", "depesche-author"))).contentType(ContentType.JSON)
                .body(Map.of("headline", "Von Alice")).post(ARTICLES).then().statusCode(201).extract().path("id");

        Callers.withKey(signed(token("alice", "depesche-author"))).get(ARTICLES + "/" + draft).then().statusCode(200);
        Callers.withKey(signed(token("bob", "depesche-author"))).get(ARTICLES + "/" + draft).then()
                .statusCode(greaterThanOrEqualTo(403));
    }

    @Test
    void aRequestWithAnIdempotencyKeyIsRepeatedWithANewerToken() {
        var form = Map.of("headline", "Von Alice, nur einmal");
        var key = UUID.randomUUID().toString();

        String first = Callers.withKey(signed(token("alice", "depesche-author"))).header("Idempotency-Key", key)
                .contentType(ContentType.JSON).body(form).post(ARTICLES).then().statusCode(201).extract().path("id");

        Callers.withKey(signed(token("alice", "depesche-author").claim("session", "2"))).header("Idempotency-Key", key)
                .contentType(ContentType.JSON).body(form).post(ARTICLES).then().statusCode(201)
                .header("Idempotent-Replayed", "true").body("id", equalTo(first));
    }

    @Test
    void aTokenWithoutARoleReadsThroughTheResponseCache() {
        Callers.withKey(signed(token("alice"))).get("/v1/articles?limit=1").then().statusCode(200)
                .header("Cache-Status", not(containsString("bypass")));
    }

    @Test
    void theAuditRecordsTheCallersNameAndId() {
        var alice = token("alice", "depesche-author").preferredUserName("alice.müller");
        String draft = Callers.withKey(signed(alice)).contentType(ContentType.JSON).body(Map.of("headline", "Von Alice"))
                .post(ARTICLES).then().statusCode(201).extract().path("id");

        var entry = Callers.as("admin").get("/v1/editorial/audit?subject=" + draft).then().statusCode(200)
                .body("items.by.name", hasItem("alice.müller")).extract().jsonPath();

        Callers.as("admin").get("/v1/editorial/audit?by=" + entry.getString("items[0].by.id")).then()
                .body("items.subject.id", hasItem(draft));
    }

    private static JwtClaimsBuilder token(String subject, String... groups) {
        return Jwt.issuer(ISSUER).audience("depesche").subject(subject).preferredUserName(subject)
                .groups(Set.copyOf(Arrays.asList(groups))).expiresIn(Duration.ofMinutes(5));
    }

    private static String signed(JwtClaimsBuilder token) {
        return token.jws().keyId("1").sign(KEY);
    }

    private static PrivateKey foreignKey() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse request(String token, String path) {
        return Callers.withKey(token).get("/v1/test/access/" + path).then();
    }

    private static ValidatableResponse refused(String token) {
        assertInvalid(request(token, "anybody"));
        return assertInvalid(request(token, "reader"));
    }

    private static ValidatableResponse assertInvalid(ValidatableResponse response) {
        var text = response.statusCode(401).contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("type", containsString("/problems/unauthenticated")).extract().asString();
        assertThat(text).doesNotContain("eyJ");
        return response;
    }
}
