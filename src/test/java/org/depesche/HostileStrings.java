package org.depesche;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.depesche.testkit.SharedMaterial;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Strings that broke others. */
final class HostileStrings {

    private HostileStrings() {
    }

    /** The Big List of Naughty Strings. */
    static List<String> naughtyStrings() {
        try {
            return List.of(ParallelRequests.JSON.readValue(SharedMaterial.text("data/security/blns.json"), String[].class));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Attacks on interpreters, paths and headers, line by line. */
    static List<String> fuzzStrings() {
        var lines = new ArrayList<String>();
        try (var files = Files.list(SharedMaterial.file("data/security/fuzzdb"))) {
            for (var file : files.sorted().toList()) {
                lines.addAll(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return lines;
    }

    /** As it may stand in a path and in a query. */
    static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
