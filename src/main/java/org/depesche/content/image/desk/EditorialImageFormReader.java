package org.depesche.content.image.desk;

import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFormReader;
import org.depesche.content.image.ImageMetadata;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.MergePatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what the desk sends of an image by itself, as one in an article is read. */
@ApplicationScoped
class EditorialImageFormReader {

    private static final Set<String> READ_ONLY = Set.of("id", "createdAt", "updatedAt");

    private final ImageFormReader forms;
    private final ObjectMapper json;

    EditorialImageFormReader(ImageFormReader forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
    }

    ImageMetadata readNew(JsonForm form) {
        return read(form);
    }

    /** A merge patch (RFC 7396): what is left out stays, null clears. What GET gave may come back as it is. */
    ImageMetadata readPatch(JsonForm sent, EditorialImageView shown, Image before) {
        ObjectNode present = json.valueToTree(shown);
        var written = MergePatch.apply(present, sent.json());
        READ_ONLY.stream().filter(member -> written.has(member) && written.get(member).equals(present.get(member)))
                .forEach(written::remove);
        return read(sent.withDocument(written)).withFractionalSecondsOf(ImageMetadata.of(before));
    }

    private ImageMetadata read(JsonForm form) {
        READ_ONLY.stream().filter(form::has).sorted().forEach(member -> form.reject(member, "cannot be set."));
        var read = forms.readMetadata(form);
        if (form.errors().isEmpty()
                && Stream.of(read.alt(), read.caption(), read.credit(), read.src()).allMatch(says -> says == null)) {
            form.reject("Words are needed (`alt`, `caption` or `credit`), or an address (`src`).");
        }
        form.verify();
        return read;
    }
}
