package org.depesche.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

import io.restassured.path.json.JsonPath;

/** An import that has ended, well or badly, as the service reports it. */
public record FinishedImport(String id, JsonPath view) {

    public static final String PATH = "/v1/editorial/imports";

    private static final List<String> UNFINISHED = List.of("running", "receiving");
    private static final int PAGE = 100;

    /** Waits for the end of an import that was accepted. */
    public static FinishedImport await(String id) {
        Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(20))
                .until(() -> !UNFINISHED.contains(read(id).getString("state")));
        return new FinishedImport(id, read(id));
    }

    private static JsonPath read(String id) {
        return Callers.as("admin").get(PATH + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    public String state() {
        return view.getString("state");
    }

    public long count(String name) {
        return view.getLong(name);
    }

    /** The rejected records of all pages. */
    public List<Map<String, Object>> rejections() {
        var all = new ArrayList<Map<String, Object>>();
        for (var next = PATH + "/" + id + "/rejections?limit=" + PAGE; next != null;) {
            var page = Callers.as("admin").urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
            all.addAll(page.getList("items"));
            next = page.getString("page.next");
        }
        return all;
    }
}
