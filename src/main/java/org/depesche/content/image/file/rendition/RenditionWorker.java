package org.depesche.content.image.file.rendition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.file.ImageFileRepository.Due;
import org.depesche.content.image.file.RenditionConfig;
import org.depesche.media.header.ImageFormat;
import org.depesche.media.picture.DamagedPicture;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Makes renditions in the background, one image at a time. The files are stored first, and then made public. */
@ApplicationScoped
public class RenditionWorker {

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Worker worker;
    private final RenditionQueue queue;
    private final OutdatedRenditions outdated;
    private final ImageRenditions renditions;
    private final RenditionConfig config;

    RenditionWorker(Workers workers, RenditionQueue queue, OutdatedRenditions outdated, ImageRenditions renditions,
            RenditionConfig config) {
        this.worker = workers.create("image-renditions", Worker.Pace.immediate(RETRY), this::work);
        this.queue = queue;
        this.outdated = outdated;
        this.renditions = renditions;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (renditions.canDecode(ImageFormat.HEIC)) {
            queue.setUndecodedPending();
        }
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(Duration.ofSeconds(10));
        renditions.stop();
    }

    /** Makes the worker of this node look for due renditions at once. */
    public void wake() {
        worker.wake();
    }

    /** Searches for renditions of older decoders, as at a start. */
    void checkDecoders() {
        outdated.restart();
        worker.wake();
    }

    private Worker.Result work() {
        while (!worker.isStopping()) {
            var due = queue.takeDue();
            if (due.isEmpty() && outdated.setPending() > 0) { // uploads come first
                continue;
            }
            if (due.isEmpty()) {
                return Worker.Result.success(config.pollInterval());
            }
            queue.image(due.get()).ifPresent(image -> make(due.get(), image));
        }
        return Worker.Result.success(config.pollInterval());
    }

    /** Makes the renditions of one image. A failure does not stop the others. It is repeated after growing pauses. */
    private void make(Due due, Image image) {
        try {
            var current = renditions.current(image);
            if (current.isEmpty()) {
                publish(image, renditions.make(image), List.of("src", "srcset", "renditions"));
            } else if (renditions.hasAllFacts(current.get(), image)) {
                queue.finishUnchanged(due);
            } else {
                publish(image, renditions.withAllFacts(current.get(), image), List.of("renditions"));
            }
        } catch (DamagedPicture damaged) {
            Log.warnf("No renditions, image=%s: %s", due.image(), damaged.getMessage());
            queue.fail(image);
        } catch (Exception e) {
            Log.warnf(e, "Renditions failed, image=%s, attempt=%d", due.image(), due.attempt());
            if (due.attempt() >= config.maxAttempts() && !isOfStorage(e)) {
                queue.fail(image);
            } else {
                queue.postpone(due, RETRY);
            }
        }
    }

    private void publish(Image image, ImageFile.Renditions made, List<String> changed) {
        queue.publish(image, made, changed, now -> renditions.isCurrent(made, now));
    }

    /** Returns whether the storage has failed, and not the picture. Such an attempt is always repeated. */
    private static boolean isOfStorage(Exception failure) {
        return failure instanceof IOException || failure instanceof UncheckedIOException;
    }
}
