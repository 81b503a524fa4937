package org.depesche.bootstrap.openapi.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Gives each PATCH a schema of its own, made from the form that POST and PUT take. In a merge patch (RFC 7396) no member is
 * required, and {@code null} removes a member. The same holds for the members of nested objects; lists are replaced as a
 * whole.
 */
public final class PatchForms {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Map<String, String> patches = new LinkedHashMap<>();
    private final Set<String> made = new HashSet<>();

    private PatchForms(Map<String, Schema> schemas) {
        this.schemas = new LinkedHashMap<>(schemas);
    }

    public static void apply(OpenAPI document) {
        var forms = new PatchForms(document.getComponents().getSchemas());
        var bodies = new ArrayList<MediaType>();
        Operations.each(document, described -> {
            if (described.method() == HttpMethod.PATCH) {
                bodies.addAll(described.operation().getRequestBody().getContent().getMediaTypes().values());
            }
        });
        // The forms of whole bodies choose their names before nested ones do.
        bodies.forEach(body -> forms.nameOf(body.getSchema()));
        bodies.forEach(body -> body.setSchema(forms.patchOf(body.getSchema())));
        document.getComponents().setSchemas(forms.schemas);
    }

    private Schema patchOf(Schema form) {
        var patch = nameOf(form);
        if (made.add(patch)) {
            schemas.put(patch, optional(schemas.get(form.getRef().substring(PREFIX.length()))));
        }
        return OASFactory.createSchema().ref(PREFIX + patch);
    }

    private String nameOf(Schema form) {
        return patches.computeIfAbsent(form.getRef().substring(PREFIX.length()), name -> {
            var plain = name.replaceFirst("(Form|Input|Patch)$", "") + "Patch";
            return patches.containsValue(plain) ? name + "Patch" : plain;
        });
    }

    private Schema optional(Schema form) {
        var patch = OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("A merge patch (RFC 7396): absent members stay as they are, `null` removes. "
                        + Optional.ofNullable(form.getDescription()).orElse(""));
        form.getProperties().forEach((name, member) -> patch.addProperty(name, nullable(member)));
        return patch;
    }

    private Schema nullable(Schema member) {
        var referenced = member.getRef() == null ? null : schemas.get(member.getRef().substring(PREFIX.length()));
        if (referenced == null) {
            return withNull(member);
        }
        return referenced.getProperties() == null ? withNull(referenced).description(member.getDescription())
                : OASFactory.createSchema().description(member.getDescription())
                        .anyOf(List.of(patchOf(member), OASFactory.createSchema().addType(SchemaType.NULL)));
    }

    private static Schema withNull(Schema member) {
        var types = new ArrayList<>(member.getType());
        types.add(SchemaType.NULL);
        var copy = OASFactory.createSchema().type(types).description(member.getDescription()).format(member.getFormat())
                .pattern(member.getPattern()).minLength(member.getMinLength()).maxLength(member.getMaxLength())
                .minimum(member.getMinimum()).maximum(member.getMaximum()).minItems(member.getMinItems())
                .maxItems(member.getMaxItems()).items(member.getItems()).examples(member.getExamples());
        copy.setExtensions(member.getExtensions());
        return copy;
    }
}
