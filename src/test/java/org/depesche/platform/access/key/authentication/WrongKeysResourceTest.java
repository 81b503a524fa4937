package org.depesche.platform.access.key.authentication;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import org.depesche.testkit.Callers;
import org.depesche.testkit.SecondProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

@QuarkusTest
@TestProfile(SecondProfile.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "only there every address of 127.0.0.0/8 is this machine")
class WrongKeysResourceTest {

    @Test
    void anAddressThatGuessesKeysIsSlowedDownAndOthersAreNot() throws IOException {
        var wrong = "dep_guessed1_" + "x".repeat(43);
        assertThat(get("127.0.0.77", Callers.ADMIN_KEY)).startsWith("HTTP/1.1 200");
        for (var number = 0; number < SecondProfile.WRONG_KEYS; number++) {
            assertThat(get("127.0.0.77", wrong)).startsWith("HTTP/1.1 401");
        }

        assertThat(get("127.0.0.77", wrong)).startsWith("HTTP/1.1 429").contains("too-many-requests")
                .containsPattern("(?i)retry-after: \\d");
        assertThat(get("127.0.0.77", Callers.ADMIN_KEY)).startsWith("HTTP/1.1 200");
        assertThat(get("127.0.0.78", wrong)).startsWith("HTTP/1.1 401");
        assertThat(get("127.0.0.77", wrong, "/feeds/articles.rss")).startsWith("HTTP/1.1 429")
                .containsPattern("(?i)content-type: application/problem\\+json").containsPattern("(?i)retry-after: \\d")
                .containsPattern("(?i)cache-control: [^\r\n]*no-store").containsPattern("(?i)access-control-allow-origin: \\*")
                .containsPattern("(?i)access-control-expose-headers: [^\r\n]*Retry-After");
    }

    private static String get(String address, String key) throws IOException {
        return get(address, key, "/v1/editorial/keys?limit=1");
    }

    private static String get(String address, String key, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Accept: " + (path.startsWith("/feeds") ? "application/rss+xml" : "*/*")
                            + "\r\nOrigin: https://partner.example\r\n"
                            + "Authorization: Bearer " + key + "\r\n\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
