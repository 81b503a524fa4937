/** The JSON representations of public articles. */
@NullMarked
package org.depesche.content.article.view;

import org.jspecify.annotations.NullMarked;
