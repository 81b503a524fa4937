package org.depesche.platform.http.response;

/** An entity that is already JSON in UTF-8. The response has exactly these bytes. */
public interface JsonBytes {

    /** Returns the document. Nobody changes the array. */
    byte[] json();
}
