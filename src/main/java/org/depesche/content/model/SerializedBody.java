package org.depesche.content.model;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

import org.depesche.content.body.Block;
import org.depesche.content.body.WordCount;

/** A body that is already serialized and counted. An import does both on one thread and stores the article on another. */
public final class SerializedBody extends AbstractList<Block> implements RandomAccess {

    private final List<Block> blocks;
    private final byte[] json;
    private final WordCount wordCount;

    SerializedBody(List<Block> blocks, byte[] json, WordCount wordCount) {
        this.blocks = List.copyOf(blocks);
        this.json = json;
        this.wordCount = wordCount;
    }

    byte[] json() {
        return json;
    }

    /** Returns the word count of a body. That of a serialized body is not counted again. */
    public static WordCount wordCount(List<Block> body) {
        return body instanceof SerializedBody serialized ? serialized.wordCount : WordCount.of(body);
    }

    @Override
    public Block get(int index) {
        return blocks.get(index);
    }

    @Override
    public int size() {
        return blocks.size();
    }
}
