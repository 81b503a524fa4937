package org.depesche.delivery.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares estimates with the heights that Chromium 148 gave the articles of the sample newsroom. */
class FrameHeightTest {

    @ParameterizedTest
    @CsvSource({ "600,5,list,false,true,559", "600,10,list,false,true,1044", "600,3,list,true,true,604",
            "600,5,cards,false,true,915", "600,6,cards,true,true,1310", "600,5,list,false,false,516",
            "400,5,list,false,true,764", "400,3,list,true,true,906", "400,5,cards,false,true,1620",
            "400,6,cards,true,true,2556", "400,5,list,false,false,581", "280,5,list,false,true,889",
            "280,3,list,true,true,1218", "280,5,cards,false,true,1465", "280,6,cards,true,true,2557",
            "280,5,list,false,false,668" })
    void aListHasRoomForItsArticlesAndNotMuchMore(int width, int number, String layout, boolean withTeasers,
            boolean withImages, int measured) {
        var height = new FrameHeight(width).list(number, layout.equals("cards"), withTeasers, withImages);

        assertThat(height).isBetween(measured, (int) (measured * 1.6));
    }
}
