package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * Reads an index whole before it is used. Not by way of mapped memory, as it is read later: all of it would count as the
 * process's own.
 */
final class IndexChecksums {

    private IndexChecksums() {
    }

    /** @throws CorruptIndexException where a file is not as it was written */
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
