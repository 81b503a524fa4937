/** Reads the writing form of an article, resolves what it refers to, and assembles the content. */
@NullMarked
package org.depesche.content.editorial.form;

import org.jspecify.annotations.NullMarked;
