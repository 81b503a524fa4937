package org.depesche.content.image.desk;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFormReader;
import org.depesche.content.image.ImageMetadata;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.ReadOnlyMembers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Reads the form of an image of the library. Images in articles are read by {@link ImageFormReader} alone. */
@ApplicationScoped
class EditorialImageFormReader {

    private static final ReadOnlyMembers READ_ONLY = ReadOnlyMembers.of("createdAt", "duplicateOf", "file", "id", "updatedAt");

    /** The members that an uploaded file tells. */
    private static final List<String> FACTS_OF_FILE = List.of("width", "height", "mediaType");

    private final ImageFormReader forms;
    private final ObjectMapper json;

    EditorialImageFormReader(ImageFormReader forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
    }

    ImageMetadata readNew(JsonForm form) {
        return read(READ_ONLY.check(form, form.json().deepCopy(), JsonNodeFactory.instance.objectNode()));
    }

    /** Words that come with a file: none is required. */
    ImageMetadata readUpload(JsonForm form) {
        var words = READ_ONLY.check(form, form.json().deepCopy(), JsonNodeFactory.instance.objectNode());
        var metadata = forms.readMetadata(words);
        if (metadata.src() != null) {
            words.reject("src", "cannot be given with a file.");
        }
        FACTS_OF_FILE.stream().filter(words.json()::has)
                .forEach(member -> words.reject(member, "cannot be given with a file, which tells it."));
        words.verify();
        return metadata;
    }

    ImageMetadata readUpdate(ConditionalUpdate update, EditorialImageView view, Image before) {
        var form = update.form(json.valueToTree(view), READ_ONLY);
        if (before.file() == null) {
            return read(form).withFractionalSecondsOf(ImageMetadata.of(before));
        }
        var metadata = forms.readMetadata(form);
        if (!Objects.equals(metadata.width(), before.width()) || !Objects.equals(metadata.height(), before.height())) {
            form.reject("width", "and `height` are those of the file, and cannot be changed.");
        }
        if (!Objects.equals(metadata.mediaType(), before.mediaType())) {
            form.reject("mediaType", "is that of the file, and cannot be changed.");
        }
        form.verify();
        return metadata.withFactsOfFile(before).withFractionalSecondsOf(ImageMetadata.of(before));
    }

    private ImageMetadata read(JsonForm form) {
        var metadata = forms.readMetadata(form);
        if (form.errors().isEmpty()
                && Stream.of(metadata.alt(), metadata.caption(), metadata.credit(), metadata.src()).allMatch(Objects::isNull)) {
            form.reject("Words are needed (`alt`, `caption` or `credit`), or an address (`src`).");
        }
        form.verify();
        return metadata;
    }
}
