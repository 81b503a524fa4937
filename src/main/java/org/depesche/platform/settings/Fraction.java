package org.depesche.platform.settings;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads a setting that is a number from 0 to 1, both inclusive. Any other value is an error. */
public final class Fraction implements Converter<Float> {

    private static final long serialVersionUID = 1;

    @Override
    public Float convert(String value) {
        var fraction = Float.parseFloat(value.strip());
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a number from 0 to 1 is needed, not " + value);
        }
        return fraction;
    }
}
