package org.depesche.delivery.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsHolderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            © 2024 Beispielverlag GmbH & Co. KG           | Beispielverlag GmbH & Co. KG
            (c) photothek.de                              | photothek.de
            Copyright 2019–2024 by dpa                    | dpa
            Copyright © 2024, Stadt Köln                  | Stadt Köln
            picture alliance/dpa                          | picture alliance/dpa
            © Beispielverlag. Alle Rechte vorbehalten.    | Beispielverlag
            2024 Example Press, all rights reserved       | Example Press
            © Byline Media                                | Byline Media
            """)
    void aNoticeNamesItsHolder(String notice, String holder) {
        assertThat(RightsHolder.in(notice)).contains(holder);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "©", "© 2024", "Alle Rechte vorbehalten.",
            "Nur zur Berichterstattung. Nachdruck honorarpflichtig.", "Darf nicht verändert werden! Beispielverlag" })
    void whatIsNoNameNamesNobody(String notice) {
        assertThat(RightsHolder.in(notice)).isEmpty();
    }

    @Test
    void manyMarksAreRemoved() {
        assertThat(RightsHolder.in("© ".repeat(2_500) + "dpa")).contains("dpa");
    }

    @Test
    void noNoticeNamesNobody() {
        assertThat(RightsHolder.in(null)).isEmpty();
    }
}
