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

/** What Lucene says when it fails, as all backends say it. */
final class LuceneErrorTranslator {

    private LuceneErrorTranslator() {
    }

    interface LuceneCall<T> {
        T call() throws IOException;
    }

    /**
     * @throws ClosedIndex when another index has taken its place
     * @throws BrokenIndex when its files are not as they were written
     */
    static <T> T translate(LuceneCall<T> work) {
        try {
            return work.call();
        } catch (AlreadyClosedException e) {
            throw new ClosedIndex(e);
        } catch (IOException e) {
            throw failure(e);
        } catch (UncheckedIOException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(IOException cause) {
        return cause instanceof CorruptIndexException || cause instanceof EOFException || cause instanceof NoSuchFileException
                || cause instanceof FileNotFoundException ? new BrokenIndex(cause) : new UncheckedIOException(cause);
    }
}
