package org.depesche.platform.access;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

class KeyNotFound extends Problem {

    KeyNotFound() {
        super(ProblemType.NOT_FOUND, "There is no key with this id.");
    }
}
