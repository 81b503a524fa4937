package org.depesche.content.image.desk;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the form of an image of the library. Images in articles are read by {@link ImageFormReader} alone. */
@ApplicationScoped
class EditorialImageFormReader {

    private static final ReadOnlyMembers READ_ONLY = ReadOnlyMembers.of("createdAt", "duplicateOf", "file", "id", "updatedAt");

    private static final String FILE = "file";
    private static final String URL = "url";
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

    /** The address of a file that is to be fetched, and words that win over what the file says of itself. */
    record FetchForm(URI url, ImageMetadata words) {
    }

    /** Reads {@code {"file": {"url": "…"}}} and the words beside it. Empty: the body names no file. */
    Optional<FetchForm> readFetch(JsonForm form) {
        if (!(form.json().path(FILE) instanceof ObjectNode file) || !file.has(URL)) {
            return Optional.empty();
        }
        var source = JsonForm.of(file, form.pointer(FILE));
        var url = source.httpUrl(URL);
        source.require(URL);
        source.errors().forEach(error -> form.rejectAt(String.valueOf(error.pointer()), error.detail()));
        var words = form.json().deepCopy();
        words.remove(FILE);
        var metadata = readUpload(form.withDocument(words));
        return url.map(address -> new FetchForm(address, metadata));
    }

    /** Reads {@code {"url": "…"}}. */
    static URI readReplacement(JsonForm form) {
        var url = form.httpUrl(URL);
        form.require(URL);
        form.verify();
        return url.orElseThrow();
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
