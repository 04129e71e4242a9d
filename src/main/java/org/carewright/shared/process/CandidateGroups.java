package org.carewright.shared.process;

import java.util.Set;

/** The groups of people that tasks may be offered to; told by the module that knows who signs in. */
public interface CandidateGroups {

    /** Group ids as models name them. */
    Set<String> ids();
}
