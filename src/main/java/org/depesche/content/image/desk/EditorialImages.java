package org.depesche.content.image.desk;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageEditor;
import org.depesche.content.image.ImageFinder;
import org.depesche.content.image.ImageViews;
import org.depesche.content.image.Images;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.http.response.VersionETag;
import org.depesche.platform.http.response.WithETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The editorial API of images. A change needs the ETag of the current version. */
@ApplicationScoped
class EditorialImages {

    private final Images images;
    private final ImageFinder finder;
    private final ImageEditor editor;
    private final EditorialImageFormReader forms;
    private final ImageViews views;
    private final PageLinks pages;
    private final Transactions transactions;
    private final PublicationZone zone;

    EditorialImages(Images images, ImageFinder finder, ImageEditor editor, EditorialImageFormReader forms, ImageViews views,
            PageLinks pages,
            Transactions transactions, PublicationZone zone) {
        this.images = images;
        this.finder = finder;
        this.editor = editor;
        this.forms = forms;
        this.views = views;
        this.pages = pages;
        this.transactions = transactions;
        this.zone = zone;
    }

    EditorialImageList list(EditorialImageParameters parameters, QueryParameters inputs) {
        var query = parameters.read(inputs);
        inputs.verify();
        return transactions.call(() -> {
            var slice = finder.page(query);
            var imagesById = images.byIds(slice.rows());
            return new EditorialImageList(
                    slice.rows().stream().map(id -> view(Objects.requireNonNull(imagesById.get(id)))).toList(),
                    pages.pageWithTotal(slice, query.isCounted(), () -> finder.total(query)));
        });
    }

    WithETag<EditorialImageView> one(String id) {
        return transactions.call(() -> withETag(images.byId(parseId(id)).orElseThrow(ImageEditor::notFound)));
    }

    WithETag<EditorialImageView> create(JsonForm body) {
        var metadata = forms.readNew(body);
        return transactions.call(() -> withETag(editor.create(metadata)));
    }

    WithETag<EditorialImageView> update(String id, ConditionalUpdate update) {
        return transactions.call(() -> withETag(editor.update(parseId(id), before -> {
            update.check(etag(before));
            return forms.readUpdate(update, view(before), before);
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
        return EditorialImageView.of(image, views.full(image), zone);
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
