/** The content of an article and the JSON in which it is stored. */
@NullMarked
package org.depesche.content.model;

import org.jspecify.annotations.NullMarked;
