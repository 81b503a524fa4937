package org.depesche.content.image.desk;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageEditor;
import org.depesche.content.image.ImageFinder;
import org.depesche.content.image.Images;
import org.depesche.content.image.file.FileMetadata;
import org.depesche.content.image.file.upload.ImageFiles;
import org.depesche.content.image.file.upload.ImageUpload;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.http.response.FileRequest;
import org.depesche.platform.http.response.VersionETag;
import org.depesche.platform.http.response.WithETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The editorial API of images. A change needs the ETag of the current version. */
@ApplicationScoped
class EditorialImages {

    private final Images images;
    private final ImageFinder finder;
    private final ImageEditor editor;
    private final EditorialImageFormReader forms;
    private final EditorialImageViews views;
    private final PageLinks pages;
    private final Transactions transactions;
    private final ImageUpload uploads;
    private final ImageFiles files;
    private final IdempotentUpload idempotent;

    EditorialImages(Images images, ImageFinder finder, ImageEditor editor, EditorialImageFormReader forms,
            EditorialImageViews views, PageLinks pages, Transactions transactions, ImageUpload uploads, ImageFiles files,
            IdempotentUpload idempotent) {
        this.images = images;
        this.finder = finder;
        this.editor = editor;
        this.forms = forms;
        this.views = views;
        this.pages = pages;
        this.transactions = transactions;
        this.uploads = uploads;
        this.files = files;
        this.idempotent = idempotent;
    }

    EditorialImageList list(EditorialImageParameters parameters, QueryParameters inputs) {
        var query = parameters.read(inputs);
        inputs.verify();
        return transactions.call(() -> {
            var slice = finder.page(query);
            var imagesById = images.byIds(slice.rows());
            var found = files.withStates(slice.rows().stream().map(id -> Objects.requireNonNull(imagesById.get(id))).toList());
            return new EditorialImageList(found.stream().map(views::of).toList(),
                    pages.pageWithTotal(slice, query.isCounted(), () -> finder.total(query)));
        });
    }

    WithETag<EditorialImageView> one(String id) {
        return transactions.call(() -> withETag(images.byId(parseId(id)).orElseThrow(ImageEditor::notFound)));
    }

    /** Registers an image without a file, or fetches the file that the body names. */
    WithETag<EditorialImageView> create(JsonForm body) {
        var fetch = forms.readFetch(body);
        if (fetch.isPresent()) {
            return uploads.fetch(fetch.get().url(), "/file/url",
                    file -> withETag(files.create(file, fetch.get().words())));
        }
        var metadata = forms.readNew(body);
        return transactions.call(() -> withETag(editor.create(metadata)));
    }

    Response upload(InputStream body, @Nullable String contentType, List<String> idempotencyKeys) {
        return uploads.receive(body, contentType, (file, words) -> {
            var metadata = forms.readUpload(JsonForm.parseOptional(words.orElse(null), List.of()));
            return idempotent.create(idempotencyKeys, file.sha256() + "\n" + metadata,
                    () -> files.create(file, metadata), this::withETag);
        });
    }

    /** Checks the precondition before the body is read, and again when the file is replaced. */
    WithETag<EditorialImageView> replaceFile(String id, InputStream body, @Nullable String contentType,
            @Nullable String ifMatch) {
        var image = parseId(id);
        checkChange(image, ifMatch);
        return uploads.receive(body, contentType, (file, words) -> {
            if (words.isPresent()) {
                throw Problem.invalidBody(List.of(InputError.atPointer("/metadata", "is no part here: PATCH changes words.")));
            }
            return withETag(files.replace(image, file, before -> etag(before).checkChange(ifMatch)));
        });
    }

    WithETag<EditorialImageView> replaceFile(String id, JsonForm body, @Nullable String ifMatch) {
        var image = parseId(id);
        var url = EditorialImageFormReader.readReplacement(body);
        checkChange(image, ifMatch);
        return uploads.fetch(url, "/url",
                file -> withETag(files.replace(image, file, before -> etag(before).checkChange(ifMatch))));
    }

    private void checkChange(UUID image, @Nullable String ifMatch) {
        transactions.call(() -> etag(images.byId(image).orElseThrow(ImageEditor::notFound))).checkChange(ifMatch);
    }

    /** Returns the metadata that the file of an image embeds. */
    FileMetadata fileMetadata(String id) {
        return files.metadata(parseId(id)).orElseThrow(EditorialImages::noFile);
    }

    /** Sends the original file as an attachment that browsers save. A script in it cannot run. */
    Response original(String id, FileRequest request) {
        var image = transactions.call(() -> images.byId(parseId(id))).filter(found -> found.file() != null)
                .orElseThrow(EditorialImages::noFile);
        var name = Optional.ofNullable(image.file().name()).orElse(image.id().toString());
        return files.sendOriginal(image, etag(image).header(), request)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .build();
    }

    private static Problem noFile() {
        return new Problem(ProblemType.NOT_FOUND, "There is no such image, or it has no file here.");
    }

    WithETag<EditorialImageView> withETag(ImageFiles.StoredImage stored) {
        return new WithETag<>(view(stored.image()).withUploadResult(stored), etag(stored.image()));
    }

    WithETag<EditorialImageView> update(String id, ConditionalUpdate update) {
        return transactions.call(() -> withETag(editor.update(parseId(id), before -> {
            update.check(etag(before));
            return forms.readUpdate(update, view(before), views.shown(before), before);
        })));
    }

    void delete(String id, @Nullable String ifMatch) {
        transactions.run(() -> editor.delete(parseId(id), image -> etag(image).checkChange(ifMatch)));
    }

    private static UUID parseId(String id) {
        return Uuid7.parse(id).orElseThrow(ImageEditor::notFound);
    }

    private WithETag<EditorialImageView> withETag(Image image) {
        return new WithETag<>(view(image), etag(image));
    }

    private EditorialImageView view(Image image) {
        return views.of(transactions.call(() -> files.withStates(List.of(image))).get(0));
    }

    private static VersionETag etag(Image image) {
        return VersionETag.of(image.id(), image.version());
    }

    @Schema(name = "EditorialImageList", description = "One page of images, newest first")
    record EditorialImageList(@Schema(required = true) List<EditorialImageView> items, @Schema(required = true) Page page) {

        EditorialImageList {
            items = List.copyOf(items);
        }
    }
}
