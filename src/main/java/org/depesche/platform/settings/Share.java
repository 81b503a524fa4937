package org.depesche.platform.settings;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads a share: a number from 0 to 1. */
public final class Share implements Converter<Float> {

    private static final long serialVersionUID = 1;

    @Override
    public Float convert(String value) {
        var share = Float.parseFloat(value.strip());
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a number from 0 to 1 is needed, not " + value);
        }
        return share;
    }
}
