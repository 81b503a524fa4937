package org.depesche.bootstrap.openapi.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes delivered articles by one schema for each place: {@code Article} alone, and {@code ListedArticle} in a list.
 * Both have the members of all views and of {@code include}.
 *
 * <p>A choice between the schemas of the views is the usual alternative. Generated clients cannot tell the views apart, and
 * fail at the first list.
 */
public final class ArticleViewSchemas {

    private static final String LISTED = "ListedArticle";
    private static final List<String> LISTS = List.of("ArticleList", "Collection");
    private static final String ONLY_ALONE = "related";

    private ArticleViewSchemas() {
    }

    /** Must run before {@link SchemaInheritance}, because items of other lists inherit from {@code ListedArticle}. */
    public static void apply(Components components) {
        var schemas = components.getSchemas();
        var article = schemas.get("Article");
        var card = schemas.get("ArticleCard");
        var members = new LinkedHashMap<>(article.getProperties());
        members.putAll(card.getProperties());
        article.properties(members).required(List.of("id"))
                .description("An article: whole, or with the members that `view` and `fields` ask for. `id` is always there.");
        components.addSchema(LISTED, listed(members, card));
        components.removeSchema("ArticleSummary");
        LISTS.forEach(list -> schemas.get(list).getProperties().get("items")
                .items(OASFactory.createSchema().ref("#/components/schemas/" + LISTED)));
    }

    private static Schema listed(Map<String, Schema> members, Schema card) {
        var listed = new LinkedHashMap<>(members);
        listed.remove(ONLY_ALONE);
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).properties(listed).required(card.getRequired())
                .description("An article in a list. A card's members are always there, unless `fields` leaves them out. The "
                        + "others come with `view=summary` (the default), `view=full` and `include`.");
    }
}
