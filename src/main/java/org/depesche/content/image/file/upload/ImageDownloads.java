package org.depesche.content.image.file.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.file.UploadConfig;
import org.depesche.platform.outbound.GuardedDownload;
import org.depesche.platform.outbound.TargetPolicy;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Fetches files of images from URLs that editors gave. The caller checks them like uploaded files. */
@ApplicationScoped
class ImageDownloads {

    private static final Map<String, String> HEADERS = Map.of("Accept", "image/*,*/*;q=0.1", "User-Agent", "Depesche");

    private final GuardedDownload downloads;
    private final GuardedDownload.Limits limits;
    private final Semaphore places;

    ImageDownloads(GuardedDownload downloads, FetchConfig config, UploadConfig upload) {
        this.downloads = downloads;
        this.limits = new GuardedDownload.Limits(new TargetPolicy(config.allowedNetworks().orElse(List.of())),
                config.timeout(), config.maxRedirects(), upload.maxSize().asLongValue());
        this.places = new Semaphore(config.maxConcurrent());
    }

    /**
     * Fetches a file. It fails if the host is in a private network, or if this node fetches too many files already.
     *
     * @param pointer the JSON pointer to the URL in the body
     * @return the name of the file; null if its URL has none
     */
    @Nullable
    String fetch(URI url, String pointer, OutputStream out) throws IOException {
        if (!places.tryAcquire()) {
            throw new Problem(ProblemType.UNAVAILABLE, "Too many pictures are being fetched.").header("Retry-After", "5");
        }
        try {
            return name(downloads.download(url, HEADERS, limits, out));
        } catch (TargetPolicy.RefusedTarget refused) {
            throw Problem.invalidBody(List.of(InputError.atPointer(pointer, "is not allowed: " + refused.getMessage() + ".")));
        } catch (GuardedDownload.AnnouncedTooLarge large) {
            throw new Problem(ProblemType.TOO_LARGE, String.valueOf(large.getMessage()));
        } catch (UnknownHostException unknown) {
            throw notFetched("the host is unknown");
        } catch (GuardedDownload.DownloadFailed failed) {
            throw notFetched(failed.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemType.UNAVAILABLE, "The service is stopping.").header("Retry-After", "5");
        } finally {
            places.release();
        }
    }

    private static Problem notFetched(@Nullable String reason) {
        return new Problem(ProblemType.IMAGE_NOT_FETCHED, "The picture could not be fetched: " + reason + ".");
    }

    private static @Nullable String name(URI url) {
        var name = MultipartBody.clean(url.getPath() == null ? "" : url.getPath());
        return name.isEmpty() ? null : name;
    }
}
