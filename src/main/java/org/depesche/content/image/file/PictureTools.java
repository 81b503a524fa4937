package org.depesche.content.image.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.metadata.MetadataLimits;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.rendition.Ladder;
import org.depesche.media.rendition.PictureDecoder;
import org.depesche.media.rendition.PixelBudget;
import org.depesche.media.rendition.RenditionMaker;

/** Creates the plain objects of the media rooms from the settings. */
@ApplicationScoped
class PictureTools {

    private final UploadConfig upload;
    private final RenditionConfig renditions;

    PictureTools(UploadConfig upload, RenditionConfig renditions) {
        this.upload = upload;
        this.renditions = renditions;
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

    @Produces
    @Singleton
    PictureDecoder decoder() {
        return new PictureDecoder(upload.decodeTimeout());
    }

    @Produces
    @Singleton
    PixelBudget budget() {
        return new PixelBudget(upload.pixelBudget());
    }

    @Produces
    @Singleton
    RenditionMaker maker() {
        return new RenditionMaker(new Ladder(renditions.widths(), renditions.maxWidth()), renditions.jpegQuality(),
                renditions.webpQuality(), renditions.webpEffort());
    }
}
