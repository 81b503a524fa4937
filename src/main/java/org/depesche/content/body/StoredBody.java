package org.depesche.content.body;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A stored body that is parsed only when a block is accessed. Most bodies are delivered as they are stored and contain no
 * references.
 */
public final class StoredBody extends AbstractList<Block> implements RandomAccess {

    private final byte[] json;
    private final Function<byte[], List<Block>> parser;
    private final boolean isPassthrough;
    private @Nullable List<Block> blocks;

    /**
     * @param json the stored form
     * @param parser parses the stored form on first access
     */
    public StoredBody(byte[] json, Function<byte[], List<Block>> parser) {
        this.json = json;
        this.parser = parser;
        this.isPassthrough = new PassthroughScanner(json).scan();
    }

    /** Returns whether the stored bytes are also the delivery form. */
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
