package org.depesche.testkit;

import java.util.stream.Collectors;

import org.depesche.delivery.change.ChangeFilter;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/**
 * Reads the change log as a client does. Entries of images are left out: the renditions of other tests' images are made in the
 * background, and each logs a change.
 */
public final class LoggedChanges {

    private static final String TYPES = ChangeFilter.knownTypes().stream().filter(type -> !type.startsWith("image."))
            .sorted().collect(Collectors.joining(","));

    private LoggedChanges() {
    }

    /** The position of the last change. */
    public static long end() {
        return Long.parseLong(RestAssured.get("/v1/changes?limit=1").header("Depesche-Sequence"));
    }

    /** All changes after a position but those of images. */
    public static ValidatableResponse since(long position) {
        return RestAssured.get("/v1/changes?type=" + TYPES + "&since=" + position).then().statusCode(200);
    }

    /** The changes after a position of one kind, such as {@code article}. */
    public static ValidatableResponse since(long position, String kind) {
        var types = ChangeFilter.knownTypes().stream().filter(type -> type.startsWith(kind + ".")).sorted()
                .collect(Collectors.joining(","));
        return RestAssured.get("/v1/changes?type=" + types + "&since=" + position).then().statusCode(200);
    }
}
