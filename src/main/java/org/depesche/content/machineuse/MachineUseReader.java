package org.depesche.content.machineuse;

import java.util.regex.Pattern;

import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.WebUrl;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code machineUse} of a form. */
public final class MachineUseReader {

    /** The maximum length of the contact in characters. */
    static final int MAX_CONTACT = 500;

    private static final String MEMBER = "machineUse";
    private static final String CONTACT = "contact";
    /** E-mail addresses with only those characters that a mailto URL may contain unescaped. */
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private MachineUseReader() {
    }

    /** Returns the policy, or {@link MachineUse#NONE} if the form has none. */
    public static MachineUse read(JsonForm form) {
        return form.object(MEMBER).map(MachineUseReader::readMembers).orElse(MachineUse.NONE);
    }

    private static MachineUse readMembers(JsonForm form) {
        return new MachineUse(permission(form, "search"), permission(form, "aiInput"), permission(form, "aiTrain"),
                permission(form, "textAndDataMining"), form.httpUrl("licenceUrl").orElse(null), contact(form));
    }

    private static @Nullable UsePermission permission(JsonForm form, String member) {
        return form.choice(member, UsePermission.BY_WORD).orElse(null);
    }

    private static @Nullable String contact(JsonForm form) {
        var contact = form.text(CONTACT, MAX_CONTACT).map(String::strip);
        if (contact.filter(text -> !isEmail(text) && WebUrl.parse(text).isEmpty()).isPresent()) {
            form.reject(CONTACT, "must be an e-mail address, such as licences@example.org, or an address with http or https.");
        }
        return contact.orElse(null);
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }
}
