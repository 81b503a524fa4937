package org.depesche;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.OpenApiOperations.Operation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Every way to ask a public route, derived from the OpenAPI document: what is new there is asked, too, or has to be named here.
 */
final class PublicQueryGenerator {

    private static final Pattern QUOTED = Pattern.compile("`([A-Za-z_-]+)`");
    private static final Map<String, List<String>> EXAMPLE_VALUES = Map.ofEntries(
            Map.entry("after", List.of()), Map.entry("archive", List.of("2024-01")),
            Map.entry("author", List.of("offenx-autorin-3")),
            Map.entry("before", List.of("2030-01-01")),
            Map.entry("category", List.of(DraftLeakNewsroom.CATEGORY)), Map.entry("credit", List.of("offenx", "xgehei")),
            Map.entry("crop", List.of("original", "16:9", "4:3", "1:1")),
            Map.entry("cursor", List.of()), Map.entry("excludeCollection", List.of(DraftLeakNewsroom.CATEGORY)),
            Map.entry("fields", List.of("headline,slug")), Map.entry("from", List.of("1990-01-01")),
            Map.entry("language", List.of("de")), Map.entry("latestLimit", List.of("20")),
            Map.entry("limit", List.of("100", "1")), Map.entry("minSequence", List.of("1")),
            Map.entry("maxheight", List.of("200")), Map.entry("maxwidth", List.of("300")),
            Map.entry("minWidth", List.of("1")), Map.entry("q", List.of("xgehei", "offenx", "o", "zahlende")),
            Map.entry("part", List.of("1")), Map.entry("relatedLimit", List.of("50&include=related")),
            Map.entry("relatedStrategy", List.of("auto", "curated", "similar", "latest")),
            Map.entry("relatedView", List.of("card", "summary")), Map.entry("since", List.of("0")),
            Map.entry("site", List.of("default")), Map.entry("tag", List.of("offenx-thema-3", "offenx-ort-1,offenx-ort-2")),
            Map.entry("url", List.of("/offen/offenx-3", "/alt/offenx3.html", "/alt/xgeheimx3.html", "/offen/xgeheimx-5003")),
            Map.entry("wait", List.of("0")));
    private static final Map<String, String> REQUIRED_WITH = Map.of("relatedStrategy", "&include=related", "relatedView",
            "&include=related");

    /** What a list of categories takes without its newest articles. */
    private static final Set<String> WITHOUT_LATEST = Set.of("site", "flat", "include", "minSequence");

    private final OpenApiOperations api;

    PublicQueryGenerator(OpenApiOperations api) {
        this.api = api;
    }

    /** For each parameter, and for all of the most, the queries that ask it. */
    Map<String, List<String>> queries(Operation operation) {
        var queries = new LinkedHashMap<String, List<String>>();
        var parameters = api.parameters(operation);
        var needed = parameters.stream().filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> "&" + name(parameter) + "=" + values(operation, parameter).get(0))
                .collect(Collectors.joining());
        queries.put("", List.of("?" + needed));
        parameters.forEach(parameter -> queries.put(name(parameter), values(operation, parameter).stream()
                .map(value -> "?" + name(parameter) + "=" + value + requiredWith(operation, name(parameter))
                        + (parameter.path("required").asBoolean() ? "" : needed))
                .toList()));
        parameters.stream().filter(parameter -> name(parameter).equals("include") && operation.queryNames().contains("view"))
                .forEach(include -> queries.put("everything",
                        List.of("?view=full&include=" + String.join(",", valuesInDescription(include)) + needed)));
        return queries;
    }

    private static String requiredWith(Operation operation, String name) {
        return operation.id().equals("listCategories") && !WITHOUT_LATEST.contains(name) ? "&include=latest"
                : REQUIRED_WITH.getOrDefault(name, "");
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asText();
    }

    private List<String> values(Operation operation, JsonNode parameter) {
        var name = name(parameter);
        if (name.equals("ids") || name.equals("exclude")) {
            return List.of("{ids}");
        }
        if (EXAMPLE_VALUES.containsKey(name)) {
            return EXAMPLE_VALUES.get(name);
        }
        var schema = parameter.path("schema");
        var values = new ArrayList<String>();
        Stream.of(schema.path("enum"), schema.path("items").path("enum")).forEach(list -> list.forEach(
                value -> values.add(value.asText())));
        if (schema.path("type").asText().equals("boolean")) {
            values.addAll(List.of("true", "false"));
        }
        if (values.isEmpty()) {
            values.addAll(name.equals("type") && operation.id().equals("listChanges")
                    ? List.of("article.published,article.withdrawn", "article.unpublished")
                    : valuesInDescription(parameter));
        }
        if (values.isEmpty()) {
            throw new AssertionError("Tell PublicReading what to ask for as `" + name + "` of " + operation.path());
        }
        return values;
    }

    /** What the description names as values. */
    private static List<String> valuesInDescription(JsonNode parameter) {
        return QUOTED.matcher(parameter.path("description").asText()).results().map(match -> match.group(1)).distinct()
                .toList();
    }

    /** What the paths may lead to; whatever is not public among it. */
    static List<String> pathValues(Operation operation, DraftLeakNewsroom.HiddenRefs hidden, List<String> images) {
        if (!operation.hasPathParameter()) {
            return List.of("");
        }
        var kind = operation.path().replaceFirst("/\\{.*", "").replaceFirst(".*/", "");
        return switch (kind) {
            case "articles" ->
                Stream.of(Stream.of(0, 3, 20, 25, 45, hidden.articles() - 1).map(n -> DraftLeakNewsroom.PUBLIC_WORD + "-" + n),
                        Stream.of("weg-7000", "weg-7050", "weg-7079"), hidden.slugs().stream().limit(40),
                        hidden.ids().stream().limit(40).map(Object::toString)).flatMap(places -> places).toList();
            case "sites" -> List.of("default");
            case "categories" -> List.of(DraftLeakNewsroom.CATEGORY);
            case "collections" -> List.of(DraftLeakNewsroom.CATEGORY);
            case "tags" -> List.of("offenx-thema-3", "offenx-ort-1", "xgeheimx-thema-3", "xgeheimx-ort-1");
            case "authors" -> List.of("offenx-autorin-3", "xgeheimx-autorin-3");
            case "images" -> Stream.concat(images.stream(), hidden.images().stream().limit(40)).toList();
            // a working copy is shown to whoever has the link, and there is none to be guessed
            case "preview" -> List.of("8rYxQ2n5hWJmV1kT7cB4eA9sD3fG6uLpZ0oNiRtUyHw");
            default -> throw new AssertionError("Tell PublicReading what " + operation.path() + " leads to");
        };
    }
}
