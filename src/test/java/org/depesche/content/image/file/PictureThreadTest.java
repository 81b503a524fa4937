package org.depesche.content.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class PictureThreadTest {

    private static final Path STATE = Path.of("/proc/thread-self/stat");

    @Test
    void theWorkHasALowPriorityAndItsCallerDoesNot() throws Exception {
        assumeThat(STATE).exists();
        assumeThat(Path.of("/usr/bin/renice")).exists();
        var thread = new PictureThread();
        var own = niceness();

        assertThat(thread.call(PictureThreadTest::niceness)).isEqualTo(own + PictureThread.NICENESS);
        assertThat(niceness()).isEqualTo(own);
        thread.stop();
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

    /** The 19th field of proc(5); the second is a name in parentheses. */
    private static int niceness() throws IOException {
        var state = Files.readString(STATE);
        return Integer.parseInt(state.substring(state.lastIndexOf(')') + 2).split(" ")[16]);
    }
}
