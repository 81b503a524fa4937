package org.depesche.content.image.file.rendition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.file.ImageFileRepository;
import org.depesche.content.image.file.ImageFileRepository.DecoderChange;
import org.depesche.media.header.ImageFormat;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.platform.database.Transactions;

import io.quarkus.logging.Log;

/**
 * Finds renditions that were made with an older version of the decoder, and requests new ones. While a cluster is upgraded, a
 * node of an older release may make more of them after this search. Therefore it is repeated, less often each time.
 */
@ApplicationScoped
class OutdatedRenditions {

    private static final int BATCH = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final UUID START = new UUID(0, 0);
    private static final List<DecoderChange> CHANGED = Arrays.stream(ImageFormat.values())
            .flatMap(format -> Stream.of(DecoderChange.of(format, 0), DecoderChange.of(format, PictureDecoder.LARGE)))
            .filter(changed -> changed.version() > 1).toList();

    private final ImageFileRepository rows;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<DecoderChange, UUID> last = new HashMap<>();
    private Instant nextSearch = Instant.MIN;
    private Duration pause = FIRST_PAUSE;

    OutdatedRenditions(ImageFileRepository rows, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Requests the next new renditions, in the order of the ids of their images.
     *
     * @return the number of images; 0 at the end of a search, and until the next one is due
     */
    synchronized int setPending() {
        var now = clock.instant();
        if (now.isBefore(nextSearch)) {
            return 0;
        }
        var found = CHANGED.stream().mapToInt(changed -> setPending(changed, now)).sum();
        if (found > 0) {
            Log.infof("Renditions of %d images are made again, because a decoder has changed", found);
        } else {
            last.clear();
            nextSearch = now.plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return found;
    }

    private int setPending(DecoderChange changed, Instant now) {
        var images = transactions.call(() -> {
            var outdated = rows.outdated(changed, last.getOrDefault(changed, START), BATCH);
            rows.setReadyPending(outdated, now);
            return outdated;
        });
        if (!images.isEmpty()) {
            last.put(changed, images.get(images.size() - 1));
        }
        return images.size();
    }

    /** Makes the next call search from the beginning, as after a start. */
    synchronized void restart() {
        last.clear();
        nextSearch = Instant.MIN;
        pause = FIRST_PAUSE;
    }
}
