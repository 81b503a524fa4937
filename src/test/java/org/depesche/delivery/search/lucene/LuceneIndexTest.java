package org.depesche.delivery.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depesche.delivery.search.index.ArticleIndexFixture.LANGUAGES;
import static org.depesche.delivery.search.index.ArticleIndexFixture.article;
import static org.depesche.delivery.search.index.ArticleIndexFixture.find;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.ArticleIndexContract;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LuceneIndexTest extends ArticleIndexContract {

    private LuceneIndex index;

    @Override
    protected ArticleIndex empty() throws IOException {
        index = new LuceneIndex(new ByteBuffersDirectory(), "base", LANGUAGES);
        return index;
    }

    @AfterEach
    void closed() throws IOException {
        index.close();
    }

    @Test
    void aCrashRestoresArticlesAndPositionTogether() throws IOException {
        var folder = TestFolders.emptyFolder("search-crash");
        var first = new LuceneIndex(FSDirectory.open(folder), "base", LANGUAGES);
        first.apply(List.of(article("Eins", "")), List.of(), 5);
        first.refresh();
        first.commit();
        first.apply(List.of(article("Zwei", "")), List.of(), 9);
        first.refresh();
        first.close(); // without a commit, like a crash

        try (var second = new LuceneIndex(FSDirectory.open(folder), "base", LANGUAGES)) {
            assertThat(second.position()).isEqualTo(5);
            assertThat(second.size()).isEqualTo(1);
            assertThat(second.isCompatible()).isTrue();
        }
        try (var foreign = new LuceneIndex(FSDirectory.open(folder), "another base", LANGUAGES)) {
            assertThat(foreign.isCompatible()).isFalse();
        }
    }

    @Test
    void aCorruptFileIsDetected() throws IOException {
        var folder = TestFolders.emptyFolder("search-broken");
        try (var whole = new LuceneIndex(FSDirectory.open(folder), "base", LANGUAGES)) {
            whole.apply(List.of(article("Eins", STORM)), List.of(), 5);
            whole.refresh();
            whole.commit();
        }
        IndexChecksums.verify(folder);
        spoil(folder);

        assertThatThrownBy(() -> IndexChecksums.verify(folder)).isInstanceOf(CorruptIndexException.class);
    }

    @Test
    void anIndexThatCannotBeReadIsNotLockedAfterwards() throws IOException {
        var folder = TestFolders.emptyFolder("search-unreadable");
        try (var whole = new LuceneIndex(FSDirectory.open(folder), "base", LANGUAGES)) {
            whole.apply(List.of(article("Eins", "")), List.of(), 5);
            whole.commit();
        }

        assertThatThrownBy(() -> new LuceneIndex(new UnreadableDirectory(folder), "base", LANGUAGES))
                .isInstanceOf(IOException.class).hasMessageContaining("unreadable");

        try (var readable = new LuceneIndex(FSDirectory.open(folder), "base", LANGUAGES)) {
            assertThat(readable.size()).isEqualTo(1);
        }
    }

    private static void spoil(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var largest = files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
            try (var channel = Files.newByteChannel(largest, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
                channel.position(channel.size() / 2);
                channel.write(ByteBuffer.wrap(new byte[] { 1, 2, 3, 4 }));
            }
        }
    }

    @Test
    void aWordOfDeletedArticlesIsNotSuggested() {
        var secret = article("Vorwurf gegen Wendelstein", "");
        index.apply(List.of(secret, article("Vorwurf gegen den Landrat", "")), List.of(), 1);
        index.refresh();
        assertThat(find(index, "Wendelstien").didYouMean()).isEqualTo("Wendelstein");

        index.apply(List.of(), List.of(secret.id()), 2);
        index.refresh();

        assertThat(find(index, "Wendelstien").didYouMean()).isNull();
    }

    /** Its list of segments can be read, and the segments themselves cannot. */
    private static final class UnreadableDirectory extends FilterDirectory {

        UnreadableDirectory(Path folder) throws IOException {
            super(FSDirectory.open(folder));
        }

        @Override
        public IndexInput openInput(String name, IOContext context) throws IOException {
            if (name.startsWith("segments") || name.endsWith(".si")) {
                return super.openInput(name, context);
            }
            throw new IOException(name + " is unreadable");
        }
    }
}
