package org.depesche.bootstrap.openapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes the articles in a list: {@code view} selects one of three schemas. The largest schema comes first, because
 * each schema includes the next.
 */
final class ArticleViewSchemas {

    private static final List<String> LISTS = List.of("ArticleList", "Collection");

    private ArticleViewSchemas() {
    }

    /** Must run after {@link SchemaInheritance}. */
    static void apply(Map<String, Schema> schemas) {
        LISTS.forEach(list -> own(schemas.get(list)).getProperties().get("items")
                .items(anyOf("Article", "ArticleSummary", "ArticleCard")));
        var related = schemas.get("RelatedItem");
        related.setAllOf(List.of(anyOf("Article", "ArticleSummary", "ArticleCard"), own(related)));
    }

    private static Schema own(Schema schema) {
        return schema.getAllOf() == null ? schema : schema.getAllOf().get(schema.getAllOf().size() - 1);
    }

    private static Schema anyOf(String... names) {
        return OASFactory.createSchema().anyOf(Stream.of(names)
                .map(name -> OASFactory.createSchema().ref("#/components/schemas/" + name)).toList());
    }
}
