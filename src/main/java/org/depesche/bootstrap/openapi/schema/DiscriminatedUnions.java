package org.depesche.bootstrap.openapi.schema;

import org.eclipse.microprofile.openapi.models.Components;

/**
 * Leaves the members of a union to its alternatives, which all declare the discriminator. Validators that find a member beside
 * {@code oneOf} take the members of the alternatives as undeclared.
 */
public final class DiscriminatedUnions {

    private DiscriminatedUnions() {
    }

    public static void apply(Components components) {
        components.getSchemas().values().stream()
                .filter(schema -> schema.getOneOf() != null && schema.getDiscriminator() != null)
                .forEach(union -> union.setProperties(null));
    }
}
