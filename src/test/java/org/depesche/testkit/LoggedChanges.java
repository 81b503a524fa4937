package org.depesche.testkit;

import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.response.ValidatableResponse;

/**
 * Reads the change log as a client does. Renditions, schedules, imports and merges of other tests log changes at any time, so a
 * test looks at the entries of its own subjects only.
 */
public final class LoggedChanges {

    private LoggedChanges() {
    }

    /** The position of the last change. */
    public static long end() {
        return Long.parseLong(RestAssured.get("/v1/changes?limit=1").header("Depesche-Sequence"));
    }

    /** The changes of these subjects after a position: a body that is the list of their entries. */
    public static ValidatableResponse of(long position, String id, String... others) {
        var ids = Stream.concat(Stream.of(id), Stream.of(others)).toList();
        var page = RestAssured.get("/v1/changes?limit=100&since=" + position).then().statusCode(200).extract().response();
        var own = page.jsonPath().<Map<String, Object>> getList("items").stream()
                .filter(entry -> ids.contains(entry.get("id"))).toList();
        try {
            return new ResponseBuilder().clone(page).setBody(new ObjectMapper().writeValueAsString(own)).build().then();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
