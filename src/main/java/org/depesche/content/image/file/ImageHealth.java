package org.depesche.content.image.file;

import jakarta.inject.Singleton;

import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.rendition.RenditionMaker;
import org.depesche.media.storage.Storage;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;

/**
 * Reports the decoder of pictures, the formats of renditions and the kind of storage to operators. Problems with images never
 * make a node unready.
 */
@Wellness
@Singleton
class ImageHealth implements AsyncHealthCheck {

    private final PictureDecoder decoder;
    private final RenditionMaker maker;
    private final Storage storage;

    ImageHealth(PictureDecoder decoder, RenditionMaker maker, Storage storage) {
        this.decoder = decoder;
        this.maker = maker;
        this.storage = storage;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().completionStage(maker.extensions())
                .map(formats -> HealthCheckResponse.named("images").withData("engine", decoder.engine())
                        .withData("formats", String.join(",", formats))
                        .withData("storage", storage.isBucket() ? "bucket" : "folder").up().build());
    }
}
