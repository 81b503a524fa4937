package org.depesche.intake.importer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.depesche.platform.problem.InputError;

/** One upload on its way into the database. It takes one chunk of memory, however long the stream is. */
final class Upload {

    /** Where its parts go. */
    interface Store {
        void chunk(UUID id, Chunk chunk);

        void rejections(UUID id, List<Rejection> rejections);
    }

    private static final int REJECTIONS = 200;

    private final UUID id;
    private final ImportConfig config;
    private final Store store;
    private final List<Rejection> rejections = new ArrayList<>();

    Upload(UUID id, ImportConfig config, Store store) {
        this.id = id;
        this.config = config;
        this.store = store;
    }

    /** Reads to the end; returns how many chunks there are. Throws when the stream breaks off. */
    int receive(InputStream stream) throws IOException {
        var lines = new Lines(new Measured(stream, config.uploadSize().asLongValue()), (int) config.lineSize().asLongValue());
        var chunks = new Chunks(config.batch(), config.batchSize().asLongValue(), chunk -> store.chunk(id, chunk));
        while (lines.advance()) {
            if (lines.isTooLong()) {
                refuse(lines.number());
            }
            chunks.add(lines);
        }
        var count = chunks.finish();
        handOnRejections();
        return count;
    }

    private void refuse(long line) {
        rejections.add(Rejection.of(line, null, List.of(InputError.atPointer("",
                "The line is longer than the " + config.lineSize().asLongValue() + " bytes a record may have."))));
        if (rejections.size() == REJECTIONS) {
            handOnRejections();
        }
    }

    private void handOnRejections() {
        if (!rejections.isEmpty()) {
            store.rejections(id, List.copyOf(rejections));
            rejections.clear();
        }
    }
}
