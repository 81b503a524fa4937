package org.depesche.media.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is being received. It is written to a temporary file and hashed in the same pass. Closing it deletes it. */
public final class IncomingFile extends OutputStream {

    private final Path path;
    private final OutputStream out;
    private final MessageDigest digest;
    private final long maxBytes;
    private long size;

    private IncomingFile(Path path, long maxBytes) throws IOException {
        this.path = path;
        this.out = Files.newOutputStream(path);
        this.digest = sha256();
        this.maxBytes = maxBytes;
    }

    /** The file became larger than its limit. */
    public static final class FileTooLarge extends RuntimeException {

        private static final long serialVersionUID = 1;

        FileTooLarge(long limit) {
            super("The file is larger than " + limit + " bytes.", null, false, false);
        }
    }

    /** Creates an empty file in the folder. */
    public static IncomingFile create(Path folder, long maxBytes) throws IOException {
        return new IncomingFile(Files.createTempFile(Files.createDirectories(folder), "incoming-", ".part"), maxBytes);
    }

    @Override
    public void write(int next) throws IOException {
        write(new byte[] { (byte) next }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size > maxBytes) {
            throw new FileTooLarge(maxBytes);
        }
        digest.update(bytes, offset, length);
        out.write(bytes, offset, length);
    }

    /** Completes the file and returns its SHA-256 in hexadecimal. Called once. */
    public String finish() throws IOException {
        out.close();
        return HexFormat.of().formatHex(digest.digest());
    }

    public Path path() {
        return path;
    }

    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
