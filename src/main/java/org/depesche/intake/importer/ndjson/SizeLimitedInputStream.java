package org.depesche.intake.importer.ndjson;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** A stream that throws a {@link Problem} from the first byte beyond the limit on. */
final class SizeLimitedInputStream extends FilterInputStream {

    private final long limit;
    private long count;

    SizeLimitedInputStream(InputStream stream, long limit) {
        super(stream);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) {
        count += bytes;
        if (count > limit) {
            throw new Problem(ProblemType.TOO_LARGE, "An upload may have " + limit + " bytes, unpacked.");
        }
    }
}
