package org.depesche.bootstrap.openapi;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes enums that may grow within v1: one of the known values, or any other string. */
final class OpenEnums {

    private static final Map<String, Map<String, List<String>>> WORDS = Map.of(
            "ArticleCard", Map.of(
                    "type", List.of("news", "feature", "interview", "opinion", "event", "video", "podcast"),
                    "access", List.of("free", "registered", "subscribers")),
            "ArticleTag", Map.of("type", List.of("topic", "organisation", "place", "person", "product")),
            "Tag", Map.of("type", List.of("topic", "organisation", "place", "person", "product")),
            "Rights", Map.of("syndication", List.of("full", "teaser", "none")),
            "RelatedItem", Map.of("reason", List.of("curated", "similar", "latest")),
            "Resolution", Map.of(
                    "kind", List.of("article", "category", "tag", "author", "collection"),
                    "status", List.of("current", "moved", "gone")),
            "CollectionEntry", Map.of("type", List.of("list", "dossier", "series")),
            "ArticleCollection", Map.of("type", List.of("list", "dossier", "series")));

    private OpenEnums() {
    }

    static void apply(Components components) {
        WORDS.forEach((name, members) -> {
            var schema = components.getSchemas().get(name);
            if (schema != null) {
                members.forEach((member, words) -> open(own(schema, member), words));
            }
        });
    }

    private static Schema own(Schema schema, String member) {
        var holder = schema.getAllOf() == null ? schema : schema.getAllOf().get(schema.getAllOf().size() - 1);
        var found = holder.getProperties().get(member);
        if (found == null) {
            throw new IllegalStateException("No member " + member + " to be an open enum");
        }
        return found;
    }

    private static void open(Schema schema, List<String> words) {
        schema.setType(null);
        schema.setRef(null);
        schema.setFormat(null);
        schema.setAnyOf(List.of(
                OASFactory.createSchema().addType(Schema.SchemaType.STRING).enumeration(List.copyOf(words)),
                OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
    }
}
