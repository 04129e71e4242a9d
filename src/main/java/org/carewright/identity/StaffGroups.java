package org.carewright.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.carewright.shared.process.CandidateGroups;
import org.springframework.stereotype.Component;

/** Staff roles are the groups that tasks are offered to; operators do no clinic's work. */
@Component
class StaffGroups implements CandidateGroups {

    @Override
    public Set<String> ids() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.OPERATOR)
                .map(Role::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
