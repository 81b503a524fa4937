package org.depesche.testkit;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Strings that broke other programs. */
public final class HostileStrings {

    private HostileStrings() {
    }

    /** The Big List of Naughty Strings. */
    public static List<String> naughtyStrings() {
        try {
            return List.of(new ObjectMapper().readValue(SharedMaterial.text("data/security/blns.json"), String[].class));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The attacks of fuzzdb on interpreters, paths and headers, one a line. */
    public static List<String> fuzzStrings() {
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

    /** Encodes the text for a path or a query. */
    public static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
