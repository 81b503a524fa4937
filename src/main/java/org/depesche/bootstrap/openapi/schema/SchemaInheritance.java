package org.depesche.bootstrap.openapi.schema;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes by {@code allOf} what adds members to another schema. The code unwraps records instead. Generated types can
 * then inherit members.
 */
public final class SchemaInheritance {

    private static final Map<String, String> PARENTS = parents();

    private SchemaInheritance() {
    }

    private static Map<String, String> parents() {
        var parents = new LinkedHashMap<String, String>();
        parents.put("Preview", "Article");
        parents.put("RelatedItem", "ListedArticle");
        parents.put("SearchItem", "ListedArticle");
        parents.put("Collection", "CollectionEntry");
        return parents;
    }

    public static void apply(Components components) {
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
        var extension = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).properties(own)
                .required(List.copyOf(required));
        return OASFactory.createSchema().description(child.getDescription())
                .allOf(List.of(OASFactory.createSchema().ref("#/components/schemas/" + parentName), extension));
    }
}
