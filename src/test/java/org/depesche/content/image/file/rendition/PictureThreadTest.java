package org.depesche.content.image.file.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;

class PictureThreadTest {

    private static final Path STATE = Path.of("/proc/thread-self/stat");
    private static final Path RENICE = Path.of("/usr/bin/renice");

    @Test
    void theWorkHasALowerPriorityThanItsCaller() throws Exception {
        assumeThat(STATE).exists();
        assumeThat(RENICE).isExecutable();
        var own = PictureThread.niceness();

        assertThat(nicenessOfWork()).isEqualTo(lowered(own));
        assertThat(PictureThread.niceness()).isEqualTo(own);
    }

    /** As where the service was started by {@code nice}. */
    @Test
    void thePriorityIsThatOfTheServiceLowered() throws Exception {
        assumeThat(STATE).exists();
        assumeThat(RENICE).isExecutable();
        for (var niceness = PictureThread.niceness(); niceness <= PictureThread.MAX_NICENESS; niceness += 5) {
            assertThat(nicenessOfWorkOfThreadWith(niceness)).isEqualTo(lowered(niceness));
        }
    }

    private static int lowered(int niceness) {
        return Math.min(niceness + PictureThread.NICENESS, PictureThread.MAX_NICENESS);
    }

    private static int nicenessOfWork() throws Exception {
        var thread = new PictureThread();
        try {
            return thread.call(PictureThread::niceness);
        } finally {
            thread.stop();
        }
    }

    private static int nicenessOfWorkOfThreadWith(int niceness) throws Exception {
        var result = new FutureTask<>(() -> {
            var number = Files.readSymbolicLink(STATE.getParent()).getFileName().toString();
            new ProcessBuilder(RENICE.toString(), "-n", String.valueOf(niceness), "-p", number).start().waitFor();
            assertThat(PictureThread.niceness()).isEqualTo(niceness);
            return nicenessOfWork();
        });
        new Thread(result).start();
        return result.get();
    }

    @Test
    void aFailureIsThatOfTheWork() throws Exception {
        var thread = new PictureThread();

        assertThatThrownBy(() -> thread.call(() -> {
            throw new IOException("full");
        })).isInstanceOf(IOException.class).hasMessage("full");
        assertThat(thread.call(() -> "still there")).isEqualTo("still there");
        thread.stop();
    }
}
