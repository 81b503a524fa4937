package org.depesche.content.image.desk;

import java.util.List;
import java.util.UUID;

import org.depesche.platform.problem.ProblemDocument;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Used only for the OpenAPI document: see {@code ImageInUse}. */
@Schema(name = "ImageInUseProblem", description = "Something shows the image", allOf = { ProblemDocument.class,
        ImageInUseSchema.Users.class })
interface ImageInUseSchema {

    /** The users of the image. */
    @Schema(name = "ImageUsers", description = "What shows an image")
    record Users(@Schema(required = true) List<User> articles, @Schema(required = true) List<User> collections,
            @Schema(required = true) List<User> categories, @Schema(required = true) List<User> tags,
            @Schema(required = true) List<User> authors) {
    }

    /** One user of the image. */
    @Schema(name = "ImageUser", description = "What shows an image")
    record User(@Schema(required = true) UUID id,
            @Schema(required = true, examples = "erfolgreiches-zweites-treffen") String slug) {
    }
}
