package org.depesche.content.image.form;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Images;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.json.JsonForm;

/** Reads the member {@code image} of what shows an image of the library as it is: {@code {"id": …}}. */
@ApplicationScoped
public class ImageReferenceReader {

    private static final String ID = "id";
    private static final int ID_LENGTH = 36;

    private final Images images;

    ImageReferenceReader(Images images) {
        this.images = images;
    }

    /** Reads the id of an image. An unknown id is an error of the form. The image stays locked against deletion. */
    public Optional<UUID> read(JsonForm form) {
        return form.object("image").flatMap(this::id);
    }

    private Optional<UUID> id(JsonForm image) {
        image.require(ID);
        var text = image.text(ID, ID_LENGTH);
        var id = text.flatMap(Uuid7::parse).filter(parsed -> images.byId(parsed).isPresent());
        if (text.isPresent() && id.isEmpty()) {
            image.reject(ID, "There is no image with this id.");
        }
        return id;
    }
}
