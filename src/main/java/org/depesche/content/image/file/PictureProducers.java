package org.depesche.content.image.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.metadata.MetadataLimits;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.picture.PixelBudget;
import org.depesche.media.picture.VipsProgram;
import org.depesche.media.rendition.RenditionMaker;
import org.depesche.media.rendition.RenditionWidths;
import org.depesche.media.storage.Storage;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/** Creates the objects of {@code org.depesche.media}, which know no configuration, from the settings. */
@ApplicationScoped
class PictureProducers {

    private final UploadConfig upload;
    private final RenditionConfig renditions;
    private final VipsConfig vips;
    private final Storage storage;

    PictureProducers(UploadConfig upload, RenditionConfig renditions, VipsConfig vips, Storage storage) {
        this.upload = upload;
        this.renditions = renditions;
        this.vips = vips;
        this.storage = storage;
    }

    @Produces
    @Singleton
    ImageHeaderReader headers() {
        return new ImageHeaderReader(new ImageLimits(upload.maxSize().asLongValue(), upload.maxPixels(), upload.maxSide(),
                upload.maxRatio(), upload.maxFrames(), upload.maxPixelsPerByte()));
    }

    @Produces
    @Singleton
    PhotoMetadataReader metadata() {
        return new PhotoMetadataReader(MetadataLimits.DEFAULT);
    }

    /** The optional libvips program. It is wrapped because a bean cannot be null. */
    record Engine(@Nullable VipsProgram vips) {
    }

    @Produces
    @Singleton
    Engine engine() {
        return new Engine(vips.enabled() ? findVips() : null);
    }

    private @Nullable VipsProgram findVips() {
        var limits = new VipsProgram.Limits(vips.program(), upload.decodeTimeout(), vips.maxMemory().asLongValue());
        var found = VipsProgram.find(limits, storage.incoming()).orElse(null);
        if (found == null) {
            Log.warnf("%s does not work here: pictures are decoded by Java, and neither AVIF nor HEIC", vips.program());
        }
        return found;
    }

    @Produces
    @Singleton
    PictureDecoder decoder(Engine engine) {
        return new PictureDecoder(upload.decodeTimeout(), engine.vips()).acceptingDamaged(upload.acceptDamaged());
    }

    @Produces
    @Singleton
    PixelBudget budget() {
        return new PixelBudget(upload.pixelBudget());
    }

    @Produces
    @Singleton
    RenditionMaker maker(Engine engine) {
        var maker = new RenditionMaker(new RenditionWidths(renditions.widths(), renditions.maxWidth()),
                renditions.jpegQuality(), renditions.webpQuality(), renditions.webpEffort());
        return engine.vips() == null || !vips.avif() ? maker
                : maker.withAvif(engine.vips(), new VipsProgram.AvifSettings(vips.avifQuality(), vips.avifEffort()));
    }
}
