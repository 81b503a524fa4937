package org.depesche.content.collection;

import org.depesche.platform.form.Form;

/** What was sent, and the form that knows what is wrong with it; more may be found when it is looked up. */
record ReadCollection(CollectionForm says, Form form) {
}
