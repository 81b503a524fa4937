package org.depesche.content.image;

import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.vocabulary.ListPages;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.form.Form;
import org.depesche.platform.http.EditorialTag;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

/** The desk's requests: who changes an image must have seen its present version. */
@ApplicationScoped
class ImageDesk {

    private final Images images;
    private final ImageSelect select;
    private final ImageEditor editor;
    private final DeskImageForms forms;
    private final ImageViews views;
    private final ListPages pages;
    private final Transactions transactions;
    private final PublicationZone zone;

    ImageDesk(Images images, ImageSelect select, ImageEditor editor, DeskImageForms forms, ImageViews views, ListPages pages,
            Transactions transactions, PublicationZone zone) {
        this.images = images;
        this.select = select;
        this.editor = editor;
        this.forms = forms;
        this.views = views;
        this.pages = pages;
        this.transactions = transactions;
        this.zone = zone;
    }

    DeskImageList list(DeskImageParameters parameters, Inputs inputs) {
        var query = parameters.read(inputs);
        inputs.verify();
        return transactions.call(() -> {
            var slice = select.page(query);
            var known = images.byIds(slice.rows());
            return new DeskImageList(slice.rows().stream().map(id -> view(Objects.requireNonNull(known.get(id)))).toList(),
                    pages.counted(slice, query.isCounted(), () -> select.total(query)));
        });
    }

    EditedImage one(String id) {
        return transactions.call(() -> edited(images.byId(id(id)).orElseThrow(ImageEditor::unknown)));
    }

    EditedImage create(Form body) {
        var says = forms.fresh(body);
        return transactions.call(() -> edited(editor.create(says)));
    }

    EditedImage patch(String id, @Nullable String ifMatch, Form body) {
        return transactions.call(() -> edited(editor.revise(id(id), before -> {
            tag(before).checkChange(ifMatch);
            return forms.patched(body, view(before), before);
        })));
    }

    void delete(String id, @Nullable String ifMatch) {
        transactions.run(() -> editor.delete(id(id), image -> tag(image).checkChange(ifMatch)));
    }

    private static UUID id(String ref) {
        return Uuid7.parse(ref).orElseThrow(ImageEditor::unknown);
    }

    private EditedImage edited(Image image) {
        return new EditedImage(view(image), tag(image));
    }

    private DeskImage view(Image image) {
        return DeskImage.of(image, views.whole(image), zone);
    }

    private static EditorialTag tag(Image image) {
        return EditorialTag.of(Uuid7.compact(image.id()) + "-" + image.version());
    }
}
