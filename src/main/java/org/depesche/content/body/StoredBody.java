package org.depesche.content.body;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A body as it is stored, taken apart only when somebody looks into it. Most bodies are delivered byte by byte as they are
 * stored, and refer to nothing.
 */
public final class StoredBody extends AbstractList<Block> implements RandomAccess {

    private final byte[] json;
    private final Function<byte[], List<Block>> parser;
    private final boolean isPassthrough;
    private @Nullable List<Block> blocks;

    public StoredBody(byte[] json, Function<byte[], List<Block>> reading) {
        this.json = json;
        this.parser = reading;
        this.isPassthrough = new PassthroughScanner(json).isPassthrough();
    }

    /** Whether the very same bytes are its delivery form. */
    boolean isPassthrough() {
        return isPassthrough;
    }

    byte[] json() {
        return json;
    }

    @Override
    public Block get(int index) {
        return blocks().get(index);
    }

    @Override
    public int size() {
        return blocks().size();
    }

    private List<Block> blocks() {
        if (blocks == null) {
            blocks = parser.apply(json);
        }
        return blocks;
    }
}
