package org.depesche.platform.problem;

import java.util.List;

/** Returns the media types that an endpoint reads. The package that owns the routes implements it. */
public interface RequestBodyMediaTypes {

    /** Returns the media types. Empty if the method has no body, or the path no endpoint. */
    List<String> of(String method, String path);
}
