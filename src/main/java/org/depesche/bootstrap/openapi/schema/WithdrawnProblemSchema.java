package org.depesche.bootstrap.openapi.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.depesche.platform.problem.ProblemDocument;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The schema of a withdrawn article's problem, which has additional members. */
public final class WithdrawnProblemSchema {

    private static final String PREFIX = "#/components/schemas/";
    private static final String NAME = "WithdrawnProblem";

    private WithdrawnProblemSchema() {
    }

    public static void addTo(Components components) {
        var own = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).required(List.of("slug", "withdrawnAt"))
                .addProperty("slug", string("The slug it had", "erfolgreiches-zweites-treffen"))
                .addProperty("withdrawnAt", string("Since when", "2026-03-01T06:00:00+01:00").format("date-time"))
                .addProperty("notice", string("The notice to readers, if the desk wrote one",
                        "Dieser Beitrag ist nicht mehr verfügbar."));
        components.addSchema(NAME, OASFactory.createSchema().description("The article was public and has been withdrawn")
                .allOf(List.of(OASFactory.createSchema().ref(PREFIX + "Problem"), own)));
    }

    public static APIResponse response() {
        return OASFactory.createAPIResponse().description("Withdrawn: `slug`, `withdrawnAt` and `notice` say what and why")
                .content(OASFactory.createContent().addMediaType(ProblemDocument.MEDIA_TYPE,
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PREFIX + NAME))));
    }

    public static boolean describes(MediaType content) {
        return (PREFIX + NAME).equals(content.getSchema().getRef());
    }

    public static Map<String, Object> exampleMembers() {
        // The document is the same after each build, and the order of Map.of is another in each JVM.
        var members = new LinkedHashMap<String, Object>();
        members.put("slug", "erfolgreiches-zweites-treffen");
        members.put("withdrawnAt", "2026-03-01T06:00:00+01:00");
        return members;
    }

    private static Schema string(String description, String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description).addExample(example);
    }
}
