package org.depesche.content.image.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.ImageMetadata;
import org.depesche.content.image.form.ImageFormReader;
import org.depesche.content.image.view.FullImageView;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.ReadOnlyMembers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the form of an image of the library. Images in articles are read by {@link ImageFormReader} alone. */
@ApplicationScoped
class EditorialImageFormReader {

    /** The read-only members of both representations, because a client may send back the public one. */
    private static final ReadOnlyMembers READ_ONLY = ReadOnlyMembers
            .of("blurHash", "byteSize", "createdAt", "id", "renditions", "serial", "sha256", "srcset", "updatedAt")
            .withMessage("file", "cannot be set here: PUT …/{id}/file replaces it.");
    /** The members that only the response to an upload has. */
    private static final List<String> OF_UPLOAD = List.of("duplicateOf", "warnings");

    private static final String FILE = "file";
    private static final String URL = "url";
    /** In the object {@code file} the state of the renditions, in an image the list of them. */
    private static final String RENDITIONS = "renditions";
    /** The members whose values come from an uploaded file. */
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

    /** The address of a file to fetch, and metadata of the client, which takes precedence over that in the file. */
    record FetchForm(URI url, ImageMetadata words) {
    }

    /** Reads {@code {"file": {"url": "…"}}} and the metadata beside it. Returns empty if the body names no file. */
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

    /** Reads the metadata that a client sends with a file. No member is required. */
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

    /**
     * Reads the metadata of a changed image and rejects changes of members that come from the file.
     *
     * @param shown the public representation
     */
    ImageMetadata readUpdate(ConditionalUpdate update, EditorialImageView view, FullImageView shown, Image before) {
        var current = tree(view);
        var document = update.document(current);
        document.remove(OF_UPLOAD);
        var known = tree(shown);
        known.setAll(current);
        keepRenditions(document, current, before);
        var form = READ_ONLY.check(update.request(), document, known);
        if (before.file() == null) {
            return read(form).withFractionalSecondsOf(ImageMetadata.of(before));
        }
        var metadata = forms.readMetadata(form);
        if (!Objects.equals(metadata.src(), view.src()) && !before.isAddressOfRendition(metadata.src())) {
            form.reject("src", "is that of the file, and cannot be changed: PUT …/" + before.id() + "/file replaces the file.");
        }
        if (!Objects.equals(metadata.width(), before.width()) || !Objects.equals(metadata.height(), before.height())) {
            form.reject("width", "and `height` are those of the file, and cannot be changed.");
        }
        if (!Objects.equals(metadata.mediaType(), before.mediaType())) {
            form.reject("mediaType", "is that of the file, and cannot be changed.");
        }
        form.verify();
        return metadata.withFactsOfFile(before).withFractionalSecondsOf(ImageMetadata.of(before));
    }

    /** Returns a representation as a client reads it. Writing and parsing it gives numbers the types of parsed JSON. */
    private ObjectNode tree(Object view) {
        try {
            return (ObjectNode) json.readTree(json.writeValueAsBytes(view));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Renditions change without a new version of the image: a client may send those that it read, and their state. The address
     * of the original may name another host.
     */
    private static void keepRenditions(ObjectNode document, ObjectNode current, Image image) {
        if (image.file() == null) {
            return;
        }
        if (document.path(FILE) instanceof ObjectNode file) {
            Stream.of(RENDITIONS, "original").filter(file::has).forEach(name -> file.set(name, current.path(FILE).path(name)));
        }
        var folder = ImageFile.folder(image.id());
        if (document.path("srcset").asText("").contains(folder)) {
            document.remove("srcset");
        }
        var renditions = document.path(RENDITIONS).findValuesAsText("src");
        if (!renditions.isEmpty() && renditions.stream().allMatch(src -> src.contains(folder))) {
            document.remove(RENDITIONS);
        }
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
