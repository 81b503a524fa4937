package org.depesche.bootstrap.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder with all persistent state. A lock file admits one process; the operating system releases the lock even after
 * kill -9.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataFolder open(Path configured) {
        var path = configured.toAbsolutePath().normalize();
        try {
            PrivateFiles.createFolder(path);
            var channel = FileChannel.open(path.resolve("depesche.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new DataFolder(path, channel).lockOrRefuse();
        } catch (IOException e) {
            throw new CannotStart(("the data folder %s cannot be written to (%s). Give the user %s a folder of its own,"
                    + " named by DEPESCHE_DATA_DIR.")
                    .formatted(path, PrivateFiles.reason(e), System.getProperty("user.name")), e);
        }
    }

    private DataFolder lockOrRefuse() throws IOException {
        if (lock().isEmpty()) {
            var holder = holder();
            channel.close();
            throw new CannotStart(("the data folder %s is in use by another Depesche%s. Stop that one first, or choose another"
                    + " folder with DEPESCHE_DATA_DIR.").formatted(path, holder));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
        return this;
    }

    private Optional<FileLock> lock() throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    private String holder() throws IOException {
        var pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        var text = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
        return text.isBlank() ? "" : " (process " + text + ")";
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CannotStart("the lock of " + path + " cannot be released", e);
        }
    }
}
