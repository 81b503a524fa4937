package org.depesche.platform.problem;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The JSON representation of a problem (RFC 9457), media type {@value #MEDIA_TYPE}. */
@Schema(name = "Problem", description = "What went wrong (RFC 9457)")
@JsonPropertyOrder({ "type", "title", "status", "detail", "instance", "traceId", "errors" })
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(
        @Schema(
                required = true,
                format = "uri-reference",
                examples = "/problems/invalid-parameter",
                description = "Names the kind of failure and resolves to a page about it") String type,
        @Schema(
                required = true,
                examples = "A query parameter is wrong",
                description = "The kind of failure in words") String title,
        @Schema(required = true, examples = "400", description = "The status of the answer") int status,
        @Schema(
                examples = "`limit` is a whole number from 1 to 100.",
                description = "What is wrong with this very request") String detail,
        @Schema(
                required = true,
                format = "uri-reference",
                examples = "/v1/articles",
                description = "The path asked") String instance,
        @Schema(
                required = true,
                examples = "4bf92f3577b34da6a3ce929d0e0e4736",
                description = "Finds the request in the logs") String traceId,
        @Schema(description = "Every mistake in the input, all at once") @Nullable List<InputError> errors,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemDocument of(Problem problem, String path, String traceId) {
        var type = problem.type();
        return new ProblemDocument("/problems/" + type.slug(), type.title(), type.status(), problem.detail(),
                UriReference.ofPath(path), traceId,
                problem.errors().isEmpty() ? null : problem.errors(), problem.members());
    }
}
