package org.carewright.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.carewright.shared.process.CandidateGroups;
import org.springframework.stereotype.Component;

/**
 * Roles are the groups that tasks are offered to. Operators do no clinic's work and have no Tasklist; their part in
 * opening a clinic waits for them on their own pages.
 */
@Component
class StaffGroups implements CandidateGroups {

    @Override
    public Set<String> ids() {
        return Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toUnmodifiableSet());
    }
}
