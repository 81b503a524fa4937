package org.depesche.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;

import org.depesche.platform.page.Cursor.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Cursor PLACE = new Cursor(Direction.NEXT, "-publishedAt",
            List.of("2024-10-21T10:15:30.123456Z", "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11"));
    private static final String FILTER = "category=politik";

    /**
     * A cursor of the first release. Never edit it: clients may have stored such cursors, which must be readable
     * throughout v1.
     */
    private static final String OF_FORM_1 = "AQADAAwtcHVibGlzaGVkQXQAGzIwMjQtMTAtMjFUMTA6MTU6MzAuMTIzNDU2WgAkMDE5Mj"
            + "lmM2MtN2EwMC03YzNlLTlkNmMtMGQ4ZjJhN2IxYzExBlnm7AYuTM4";

    @Test
    void aCursorOfTheFirstFormIsStillRead() {
        assertThat(Cursor.decode(OF_FORM_1, "-publishedAt", FILTER)).contains(PLACE);
    }

    @Test
    void aCursorIsStillWrittenInTheFirstForm() {
        assertThat(PLACE.encode(FILTER)).isEqualTo(OF_FORM_1);
    }

    @Test
    void anEncodedCursorIsDecodedUnchanged() {
        var place = new Cursor(Direction.PREVIOUS, "name", List.of("Öl & Gas, \"später\" 🗞", ""));

        assertThat(Cursor.decode(place.encode(""), "name", "")).contains(place);
    }

    @Test
    void aCursorHoldsOnlyForTheFilterAndSortItWasMadeFor() {
        assertThat(Cursor.decode(PLACE.encode(FILTER), "-publishedAt", "category=sport")).isEmpty();
        assertThat(Cursor.decode(PLACE.encode(FILTER), "publishedAt", FILTER)).isEmpty();
    }

    @Test
    void everyChangedByteIsDetected() {
        var bytes = Base64.getUrlDecoder().decode(PLACE.encode(FILTER));

        for (var i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            var changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(Cursor.decode(changed, "-publishedAt", FILTER)).isEmpty();
            bytes[i] ^= 1;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "AQ", "AQACAA", "====", "äöü", "null", "-1", "AQACAAJ1cAACMTVXbe8PgXF1rx" })
    void textsThatAreNoCursorsAreRejected(String garbage) {
        assertThat(Cursor.decode(garbage, "up", "")).isEmpty();
    }

    @Test
    void aCursorNeedsNoEscapingInAnAddress() {
        assertThat(PLACE.encode(FILTER)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aVeryLongCursorIsNotEvenLookedAt() {
        assertThat(Cursor.decode("A".repeat(100_000), "up", "")).isEmpty();
    }
}
