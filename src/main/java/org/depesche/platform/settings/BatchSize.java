package org.depesche.platform.settings;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads how many items are worked on together: 1 or more, because a batch of none would never come to an end. */
public final class BatchSize implements Converter<Integer> {

    private static final long serialVersionUID = 1;

    @Override
    public Integer convert(String value) {
        var size = Integer.parseInt(value.strip());
        if (size < 1) {
            throw new IllegalArgumentException("a batch has at least 1 item, not " + size);
        }
        return size;
    }
}
