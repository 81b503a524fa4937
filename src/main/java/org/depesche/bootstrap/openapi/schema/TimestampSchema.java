package org.depesche.bootstrap.openapi.schema;

import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Replaces the schemas of the JDK's time types by one named schema. */
public final class TimestampSchema {

    private static final String PREFIX = "#/components/schemas/";
    private static final String NAME = "Timestamp";
    private static final Set<String> TYPES = Set.of("Instant", "OffsetDateTime");

    private TimestampSchema() {
    }

    public static void redirectReference(Schema schema) {
        var ref = schema.getRef();
        if (ref != null && ref.startsWith(PREFIX) && TYPES.contains(ref.substring(PREFIX.length()))) {
            schema.setRef(PREFIX + NAME);
        }
    }

    public static void addTo(Components components) {
        TYPES.forEach(components::removeSchema);
        components.addSchema(NAME, OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("date-time")
                .description("A moment with its offset from UTC (RFC 3339)").addExample("2026-03-01T06:00:00+01:00"));
    }
}
