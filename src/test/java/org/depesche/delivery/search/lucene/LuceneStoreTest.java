package org.depesche.delivery.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depesche.delivery.search.index.ArticleIndexFixture.LANGUAGES;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import jakarta.inject.Inject;

import org.depesche.content.site.Sites;
import org.depesche.delivery.search.index.IndexUnreachable;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

@QuarkusTest
class LuceneStoreTest {

    @Inject
    Sites sites;

    @Test
    void aFolderOfAnotherNodeIsSaidInOneSentenceAndUsedOnceItIsFree() {
        var folder = TestFolders.emptyFolder("search-in-use");
        var holder = store(folder);
        assertThat(holder.openCurrent()).isEmpty();
        var other = store(folder);

        assertThatThrownBy(other::openCurrent).isInstanceOf(IndexUnreachable.class).hasMessage("the folder " + folder
                + " is in use by another Depesche. Stop that one first, or choose another folder with DEPESCHE_SEARCH_FOLDER");
        assertThatThrownBy(other::create).isInstanceOf(IndexUnreachable.class);

        holder.close();
        assertThat(other.openCurrent()).isEmpty();
        other.close();
    }

    @Test
    void aFileThatCannotBeLockedIsClosed() throws IOException {
        var file = Files.createFile(TestFolders.emptyFolder("search-unlockable").resolve("lock"));
        var channel = FileChannel.open(file, StandardOpenOption.READ); // no lock without the right to write

        assertThatThrownBy(() -> LuceneStore.tryLockOrClose(channel)).isInstanceOf(NonWritableChannelException.class);

        assertThat(channel.isOpen()).isFalse();
    }

    private LuceneStore store(Path folder) {
        var settings = Map.of("depesche.search.folder", folder.toString());
        return new LuceneStore(new SmallRyeConfigBuilder().withMapping(SearchConfig.class).addDefaultInterceptors()
                .addDiscoveredConverters().withSources(new PropertiesConfigSource(settings, "test", 100)).build()
                .getConfigMapping(SearchConfig.class), sites, LANGUAGES);
    }
}
