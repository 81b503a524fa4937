package org.depesche.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.Images;
import org.depesche.content.image.file.upload.ImageFiles;
import org.depesche.content.image.file.upload.ImageUpload;
import org.depesche.media.rendition.RenditionMaker;
import org.depesche.media.rendition.RightsPacket;
import org.depesche.platform.database.Transactions;

/** Draws a file for each image of the sample newsroom, with the credit and the license in its XMP. */
@ApplicationScoped
class SamplePictures {

    private static final double RATIO = 1.5;

    private final Images images;
    private final ImageUpload uploads;
    private final ImageFiles files;
    private final Transactions transactions;

    SamplePictures(Images images, ImageUpload uploads, ImageFiles files, Transactions transactions) {
        this.images = images;
        this.uploads = uploads;
        this.files = files;
        this.transactions = transactions;
    }

    void drawFor(List<UUID> ids) {
        transactions.call(() -> images.byIds(ids)).values().stream().filter(image -> image.file() == null)
                .forEach(this::draw);
    }

    private void draw(Image image) {
        var seed = Objects.hash(image.alt(), image.caption());
        var ratio = image.width() == null || image.height() == null ? RATIO : (double) image.width() / image.height();
        var rights = new RightsPacket("Depesche", image.credit(), "Drawn by Depesche, free to use", null,
                "https://creativecommons.org/publicdomain/zero/1.0/", null, null,
                "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia", null, null);
        try {
            var jpeg = RenditionMaker.drawn(new SamplePicture(seed, ratio).draw(), rights.toXmp());
            uploads.receive(jpeg, "sample.jpg", file -> files.replace(image.id(), file, before -> {
                // no version is required
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
