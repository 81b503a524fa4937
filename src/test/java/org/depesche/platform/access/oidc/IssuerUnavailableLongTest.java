package org.depesche.platform.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.depesche.testkit.Callers;
import org.depesche.testkit.ThirdProfile;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;

/**
 * A service whose issuer is unreachable at the start, becomes reachable, and is unreachable again. Audience, claim and
 * role names differ from the defaults.
 */
@QuarkusTest
@TestProfile(ThirdProfile.class)
class IssuerUnavailableLongTest {

    @Inject
    OidcIssuerConfig config;

    @Test
    void tokensWorkOnceTheIssuerWasReachableAndKeysAlways() throws IOException, JoseException {
        var key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("of this test");
        var token = token(key);

        request(token, "editor").statusCode(503).header("Retry-After", "5").contentType("application/problem+json")
                .body("type", containsString("/problems/unavailable"));
        var fastest = LongStream.range(0, 4).map(time -> nanos(() -> request(token, "anybody").statusCode(503))).min();
        assertThat(Duration.ofNanos(fastest.orElseThrow())).isLessThan(config.timeout().plusSeconds(1));
        request(Callers.key("editor"), "editor").statusCode(200);
        RestAssured.get("/v1/articles").then().statusCode(200);

        var since = System.nanoTime();
        var silent = new ServerSocket(port(), 10, InetAddress.getLoopbackAddress());
        request(token, "editor").statusCode(503).body("detail", containsString("issuer"));
        silent.close();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isBetween(config.timeout(), Duration.ofSeconds(10));

        var issuer = serve(key);
        request(token, "editor").statusCode(200).body(equalTo("editor"));
        issuer.stop(0);
        request(token, "editor").statusCode(200).body(equalTo("editor"));
        request("eyJ.e30.x", "editor").statusCode(401);
    }

    /** The minimum of several runs is the time of the service itself; other processes on the machine only add to it. */
    private static long nanos(Runnable work) {
        var since = System.nanoTime();
        work.run();
        return System.nanoTime() - since;
    }

    private String token(RsaJsonWebKey key) {
        return Jwt.issuer(config.issuer().orElseThrow()).audience("newsroom-api").subject("carla")
                .claim("depesche", Map.of("roles", List.of("chief"))).expiresIn(Duration.ofMinutes(5)).jws()
                .keyId(key.getKeyId()).sign(key.getPrivateKey());
    }

    private int port() {
        return Integer.parseInt(config.issuer().orElseThrow().replaceFirst(".*:", ""));
    }

    private HttpServer serve(RsaJsonWebKey key) throws IOException {
        var issuer = config.issuer().orElseThrow();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 0);
        respond(server, "/.well-known/openid-configuration", """
                {"issuer": "%s", "jwks_uri": "%s/keys"}""".formatted(issuer, issuer));
        respond(server, "/keys", "{\"keys\": [" + key.toJson() + "]}");
        server.start();
        return server;
    }

    private static void respond(HttpServer server, String path, String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static ValidatableResponse request(String token, String path) {
        return Callers.withKey(token).get("/v1/test/access/" + path).then();
    }
}
