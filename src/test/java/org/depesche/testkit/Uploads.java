package org.depesche.testkit;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.depesche.media.metadata.PhotoFile;
import org.jspecify.annotations.Nullable;

import io.restassured.response.ValidatableResponse;

/** Uploads of pictures by an admin. */
public final class Uploads {

    public static final String IMAGES = "/v1/editorial/images";

    private Uploads() {
    }

    public static ValidatableResponse upload(String name, byte[] content, @Nullable String metadata) {
        var request = Callers.as("admin").contentType("multipart/form-data").multiPart("file", name, content);
        return (metadata == null ? request : request.multiPart("metadata", metadata, "application/json")).post(IMAGES).then();
    }

    public static ValidatableResponse read(String id) {
        return Callers.as("admin").get(IMAGES + "/" + id).then().statusCode(200);
    }

    /** Returns the id when its renditions exist. */
    public static String ready(String id) {
        await().until(() -> read(id).extract().path("file.renditions").equals("ready"));
        return id;
    }

    /** The same picture with other bytes than that of any other test. */
    public static byte[] unique(byte[] jpeg) {
        return withHead(jpeg,
                new PhotoFile().segment(0xFE, UniqueNames.of("unique").getBytes(StandardCharsets.UTF_8)).head());
    }

    /** @param head what is written in place of the first two bytes */
    public static byte[] withHead(byte[] jpeg, byte[] head) {
        var all = Arrays.copyOf(head, head.length + jpeg.length - 2);
        System.arraycopy(jpeg, 2, all, head.length, jpeg.length - 2);
        return all;
    }
}
