package org.depesche.content.author;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = { "redaktion@example.org", "o'neill+tips@news.example.co.uk", "a.b-c_d@example-1.org",
            "jürgen@zeitung-münchen.de", "x@xn--zeitung-mnchen-0vb.de", "1@2.museum", "редакция@пример.рф" })
    void anAddressIsAccepted(String text) {
        assertThat(EmailAddress.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "mailto:a@b.de", "Ada <a@b.de>", "<a@b.de>", "a@b.de,c@d.de", "a@b.de;c@d.de", "a@b@c.de",
            "a b@c.de",
            "a\u0007@b.de", "a@b.de\u0000", "a@b\n.de", "a\u200b@b.de", "\u202ea@b.de", "a@b", "a@.de", "a@b..de", "a@b.de.",
            ".a@b.de", "a.@b.de", "a..b@c.de", "@b.de", "a@", "a@-b.de", "a@b-.de", "a@b_c.de", "a@[192.0.2.1]", "a@192.0.2.1",
            "\"a b\"@c.de", "a(c)@b.de", "a@b.de?subject=x", "https://a@b.de", "a%40b.de", "javascript:a@b.de",
            "a1234567890123456789012345678901234567890123456789012345678901234@b.de" })
    void anythingElseIsNot(String text) {
        assertThat(EmailAddress.isValid(text)).isFalse();
    }
}
