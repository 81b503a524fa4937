package org.depesche.content.image;

import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.form.Form;
import org.depesche.platform.form.MergePatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what the desk sends of an image by itself, as one in an article is read. */
@ApplicationScoped
class DeskImageForms {

    private static final Set<String> READ_ONLY = Set.of("id", "createdAt", "updatedAt");

    private final ImageForms forms;
    private final ObjectMapper json;

    DeskImageForms(ImageForms forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
    }

    NewImage fresh(Form form) {
        return read(form);
    }

    /** A merge patch (RFC 7396): what is left out stays, null clears. What GET gave may come back as it is. */
    NewImage patched(Form sent, DeskImage shown, Image before) {
        ObjectNode present = json.valueToTree(shown);
        var written = MergePatch.apply(present, sent.json());
        READ_ONLY.stream().filter(member -> written.has(member) && written.get(member).equals(present.get(member)))
                .forEach(written::remove);
        return read(sent.replaced(written)).keepingFractions(NewImage.of(before));
    }

    private NewImage read(Form form) {
        READ_ONLY.stream().filter(form::has).sorted().forEach(member -> form.reject(member, "cannot be set."));
        var read = forms.fresh(form);
        if (form.errors().isEmpty()
                && Stream.of(read.alt(), read.caption(), read.credit(), read.src()).allMatch(says -> says == null)) {
            form.reject("Words are needed (`alt`, `caption` or `credit`), or an address (`src`).");
        }
        form.verify();
        return read;
    }
}
