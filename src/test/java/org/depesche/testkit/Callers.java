package org.depesche.testkit;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Callers of every role: the admin whose key the tests' configuration names, and keys that this admin makes. */
public final class Callers {

    public static final String ADMIN_KEY = "the-admin-key-of-all-tests-0123456789";

    /** Types as the test says them: otherwise the client adds a charset to JSON that JSON is not written in. */
    public static final RestAssuredConfig EXACT_CONTENT_TYPE = RestAssuredDefaults.lean(RestAssuredConfig.config())
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset("UTF-8"));
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>(Map.of("admin", ADMIN_KEY));

    private Callers() {
    }

    /** A request by a caller with that role. */
    public static RequestSpecification as(String role) {
        return withKey(key(role));
    }

    /** A request with that key. */
    public static RequestSpecification withKey(String key) {
        return given().config(EXACT_CONTENT_TYPE).header("Authorization", "Bearer " + key);
    }

    public static String key(String role) {
        return KEYS.computeIfAbsent(role, Callers::createKey);
    }

    private static String createKey(String role) {
        return withKey(ADMIN_KEY).contentType(ContentType.JSON).body(Map.of("name", "test " + role, "role", role))
                .post("/v1/editorial/keys").then().statusCode(201).extract().path("key");
    }
}
