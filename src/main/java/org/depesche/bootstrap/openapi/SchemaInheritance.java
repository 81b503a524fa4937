package org.depesche.bootstrap.openapi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Card, summary and article each have all of the former: unwrapped records in the code, {@code allOf} in the document, so that
 * generated types inherit instead of repeating.
 */
final class SchemaInheritance {

    /** Largest first: a parent must still be flat when its child is compared with it. */
    private static final Map<String, String> PARENTS = parents();

    private SchemaInheritance() {
    }

    private static Map<String, String> parents() {
        var parents = new LinkedHashMap<String, String>();
        parents.put("Article", "ArticleSummary");
        parents.put("RelatedItem", "ArticleSummary");
        parents.put("ArticleSummary", "ArticleCard");
        parents.put("Collection", "CollectionEntry");
        return parents;
    }

    static void apply(Components components) {
        PARENTS.forEach((child, parent) -> {
            var schema = components.getSchemas().get(child);
            var base = components.getSchemas().get(parent);
            if (schema != null && base != null) {
                components.addSchema(child, inherit(schema, base, parent));
            }
        });
    }

    private static Schema inherit(Schema child, Schema parent, String parentName) {
        var own = new LinkedHashMap<>(child.getProperties());
        own.keySet().removeAll(parent.getProperties().keySet());
        var required = new LinkedHashSet<>(child.getRequired());
        required.retainAll(own.keySet());
        var rest = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).properties(own)
                .required(List.copyOf(required));
        return OASFactory.createSchema().description(child.getDescription())
                .allOf(List.of(OASFactory.createSchema().ref("#/components/schemas/" + parentName), rest));
    }
}
