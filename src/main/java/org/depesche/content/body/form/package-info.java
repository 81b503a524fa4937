/** Reads a body that a client sent, as blocks or as HTML, into clean blocks. */
@NullMarked
package org.depesche.content.body.form;

import org.jspecify.annotations.NullMarked;
