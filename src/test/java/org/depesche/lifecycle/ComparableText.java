package org.depesche.lifecycle;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import org.depesche.lifecycle.ApiClient.ApiResponse;

import com.fasterxml.jackson.databind.JsonNode;

/** An article in one line, as an answer shows it and as the model does: to be compared, and to be read when they differ. */
final class ComparableText {

    private ComparableText() {
    }

    /** To the desk. */
    static String ofWorkingCopy(JsonNode view) {
        return line(view.path("state").asText(), view.path("revision").asInt(), view.path("publishedRevision").asInt(),
                of(view, view.path("category").asText(), texts(view.path("tags"), "")),
                view.path("scheduled").path("action").asText(), view.path("scheduled").path("attempts").asInt(),
                view.path("scheduled").path("at").asText("").isEmpty() ? ""
                        : OffsetDateTime.parse(view.path("scheduled").path("at").asText()).toInstant(),
                view.path("withdrawn").path("reason").asText() + "/" + view.path("withdrawn").path("notice").asText());
    }

    static String ofWorkingCopy(ArticleModel state) {
        var plan = state.plan();
        return line(state.status(), state.currentRevision().number(),
                state.hasStatus("published") ? state.publishedRevision().number() : 0,
                of(state.content()), plan == null ? "" : plan.action(), plan == null ? 0 : plan.attempts(),
                plan == null ? "" : plan.at().truncatedTo(ChronoUnit.SECONDS),
                state.withdrawal() == null ? "/" : state.withdrawal().reason() + "/" + state.withdrawal().notice());
    }

    /** To readers. */
    static String ofPublicView(ApiResponse answer) {
        var body = answer.body();
        return switch (answer.status()) {
            case 200 -> line(200, of(body, body.path("category").path("slug").asText(), texts(body.path("tags"), "slug")));
            case 410 -> line(410, body.path("slug").asText(), body.path("notice").asText());
            default -> line(answer.status());
        };
    }

    static String ofPublicView(ArticleModel state) {
        return switch (state.status()) {
            case "published" -> line(200, of(state.publishedRevision().content()));
            case "withdrawn" -> line(410, state.publishedRevision().content().slug(), state.withdrawal().notice());
            default -> line(404);
        };
    }

    private static String of(JsonNode article, String category, List<String> tags) {
        return line(article.path("headline").asText(), article.path("slug").asText(), category, tags,
                texts(article.path("corrections"), "note"));
    }

    private static String of(ModelContent content) {
        return line(content.headline(), content.slug(), content.category(), content.tags(), content.notes());
    }

    static List<String> texts(JsonNode list, String member) {
        var words = new ArrayList<String>();
        list.forEach(item -> words.add(member.isEmpty() ? item.asText() : item.path(member).asText()));
        return List.copyOf(words);
    }

    private static String line(Object... parts) {
        var line = new StringJoiner(" | ");
        for (var part : parts) {
            line.add(part.toString());
        }
        return line.toString();
    }
}
