package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * Verifies the checksums of an index before it is opened. The files are read with {@code NIOFSDirectory}: with mapped
 * memory the whole index would count as the memory of the process.
 */
final class IndexChecksums {

    private IndexChecksums() {
    }

    /** @throws CorruptIndexException when a file was changed after it was written */
    static void verify(Path folder) throws IOException {
        try (var files = new NIOFSDirectory(folder)) {
            for (var name : SegmentInfos.readLatestCommit(files).files(true)) {
                try (var file = files.openInput(name, IOContext.READONCE)) {
                    CodecUtil.checksumEntireFile(file);
                }
            }
        }
    }
}
