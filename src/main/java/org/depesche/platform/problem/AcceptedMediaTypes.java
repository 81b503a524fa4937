package org.depesche.platform.problem;

import java.util.List;

/** Which media types an address reads; the room that knows the addresses plugs in here. */
public interface AcceptedMediaTypes {

    /** Empty where that method takes none. */
    List<String> of(String method, String path);
}
