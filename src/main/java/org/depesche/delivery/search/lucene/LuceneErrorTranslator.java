package org.depesche.delivery.search.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.depesche.delivery.search.index.BrokenIndex;
import org.depesche.delivery.search.index.ClosedIndex;

/** Translates Lucene's exceptions to those that all backends throw. */
final class LuceneErrorTranslator {

    private LuceneErrorTranslator() {
    }

    interface LuceneCall<T> {
        T call() throws IOException;
    }

    /**
     * Runs a call and translates its exceptions.
     * @throws ClosedIndex when the index was closed because another index was activated
     * @throws BrokenIndex when a file is corrupt or missing
     */
    static <T> T translate(LuceneCall<T> luceneCall) {
        try {
            return luceneCall.call();
        } catch (AlreadyClosedException e) {
            throw new ClosedIndex(e);
        } catch (IOException e) {
            throw translated(e);
        } catch (UncheckedIOException e) {
            throw translated(e.getCause());
        }
    }

    private static RuntimeException translated(IOException cause) {
        return cause instanceof CorruptIndexException || cause instanceof EOFException || cause instanceof NoSuchFileException
                || cause instanceof FileNotFoundException ? new BrokenIndex(cause) : new UncheckedIOException(cause);
    }
}
