package org.depesche.content.author;

import java.net.IDN;
import java.util.regex.Pattern;

/**
 * The form of an e-mail address that a page can show: a dot-atom (RFC 5322, section 3.2.3) and a domain with a dot. Letters of
 * all alphabets are allowed in both (RFC 6531, RFC 5890); quoted names, comments, address literals and display names are not.
 */
final class EmailAddress {

    private static final int MAX_LOCAL_PART = 64;
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    /** The last label has a letter: an IP address is no domain. */
    private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+(?=[0-9-]*[a-zA-Z])" + LABEL);

    private EmailAddress() {
    }

    static boolean isValid(String text) {
        var at = text.lastIndexOf('@');
        return at > 0 && at <= MAX_LOCAL_PART && LOCAL_PART.matcher(text.substring(0, at)).matches()
                && isDomain(text.substring(at + 1));
    }

    private static boolean isDomain(String text) {
        try {
            return DOMAIN.matcher(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES)).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
