/**
 * XML documents. {@link org.depesche.platform.xml.XmlWriter} writes them, and removes the characters that XML cannot carry.
 * This room knows no format, and no namespace but those that a caller names.
 */
@NullMarked
package org.depesche.platform.xml;

import org.jspecify.annotations.NullMarked;
