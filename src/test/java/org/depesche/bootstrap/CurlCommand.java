package org.depesche.bootstrap;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.depesche.testkit.Callers;

import io.restassured.response.Response;

/** Runs a {@code curl} command line as a shell would, so that the documented commands are tested. */
final class CurlCommand {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final List<String> words = new ArrayList<>();

    CurlCommand(String line, Map<String, String> environment) {
        var matcher = WORD.matcher(line.replace("\\\n", " "));
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : expanded(matcher.group().replace("\"", ""), environment));
        }
    }

    private static String expanded(String word, Map<String, String> environment) {
        var text = word;
        for (var variable : environment.entrySet()) {
            text = text.replace("$" + variable.getKey(), variable.getValue());
        }
        return text;
    }

    /** @param files the content of the files that {@code @name} refers to */
    Response run(Map<String, byte[]> files) {
        var request = given().config(Callers.EXACT_CONTENT_TYPE).redirects().follow(false).urlEncodingEnabled(false);
        var method = "GET";
        var url = "";
        for (var i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-H" -> {
                    var header = words.get(++i).split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "-X" -> method = words.get(++i);
                case "-d", "--data-binary" -> {
                    request.body(body(words.get(++i), files));
                    method = method.equals("GET") ? "POST" : method;
                }
                default -> url = words.get(i);
            }
        }
        return request.request(method, url);
    }

    private static byte[] body(String word, Map<String, byte[]> files) {
        return word.startsWith("@") ? files.get(word.substring(1)) : word.getBytes(StandardCharsets.UTF_8);
    }
}
