package org.depesche.content.taxonomy;

import java.util.List;
import java.util.function.Supplier;

import org.depesche.platform.json.JsonForm;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request body of a merge. */
@Schema(name = "MergeForm", description = "Into what it is to be merged")
public record MergeForm(
        @Schema(
                required = true,
                description = "Slug or id",
                examples = "sport",
                minLength = 1,
                maxLength = MergeForm.MAX_REF) String target) {

    private static final int MAX_REF = 190;

    /** Returns the slug or id in the body. */
    public static String read(JsonForm form) {
        form.require("target");
        var target = form.text("target", MAX_REF).orElse("");
        form.verify();
        return target;
    }

    /**
     * Returns the error of an unknown target.
     *
     * @param hint the question for what is meant, with a space in front of it, or an empty text
     */
    public static Supplier<Problem> notFound(String word, String hint) {
        return () -> Problem.invalidBody(List.of(InputError.atPointer("/target", "There is no such " + word + "." + hint)));
    }
}
