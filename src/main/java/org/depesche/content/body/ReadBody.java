package org.depesche.content.body;

import java.util.List;

/** A body that somebody sent, clean, and what cleaning took away. */
public record ReadBody(List<Block> blocks, List<Warning> warnings) {

    public ReadBody {
        blocks = List.copyOf(blocks);
        warnings = List.copyOf(warnings);
    }
}
