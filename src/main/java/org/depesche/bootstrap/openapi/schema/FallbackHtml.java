package org.depesche.bootstrap.openapi.schema;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Declares {@code fallbackHtml} in every delivered block, so that a generated client keeps it whatever the type is. */
public final class FallbackHtml {

    public static final String MEMBER = "fallbackHtml";

    private static final String PREFIX = "#/components/schemas/";

    private FallbackHtml() {
    }

    public static void apply(Components components) {
        var blocks = components.getSchemas().get("Block").getDiscriminator().getMapping().values();
        blocks.forEach(reference -> components.getSchemas().get(reference.substring(PREFIX.length())).addProperty(MEMBER,
                OASFactory.createSchema().addType(Schema.SchemaType.STRING)
                        .description("Safe HTML to show instead, in blocks of types that were added later.")));
    }
}
