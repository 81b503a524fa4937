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

/** Reads the input of the editorial image API with the rules of images in articles. */
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

    /** Applies a merge patch (RFC 7396). Unchanged read-only members of a GET response are accepted. */
    ImageMetadata readPatch(JsonForm patch, EditorialImageView view, Image before) {
        ObjectNode current = json.valueToTree(view);
        var merged = MergePatch.apply(current, patch.json());
        READ_ONLY.stream().filter(member -> merged.has(member) && merged.get(member).equals(current.get(member)))
                .forEach(merged::remove);
        return read(patch.withDocument(merged)).withFractionalSecondsOf(ImageMetadata.of(before));
    }

    private ImageMetadata read(JsonForm form) {
        READ_ONLY.stream().filter(form::has).sorted().forEach(member -> form.reject(member, "cannot be set."));
        var metadata = forms.readMetadata(form);
        if (form.errors().isEmpty()
                && Stream.of(metadata.alt(), metadata.caption(), metadata.credit(), metadata.src())
                        .allMatch(value -> value == null)) {
            form.reject("Words are needed (`alt`, `caption` or `credit`), or an address (`src`).");
        }
        form.verify();
        return metadata;
    }
}
