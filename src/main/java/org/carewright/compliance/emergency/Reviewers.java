package org.carewright.compliance.emergency;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.access.EmergencyAccess;
import org.carewright.identity.Role;
import org.carewright.identity.StaffContacts;
import org.carewright.identity.StaffContacts.Contact;
import org.springframework.stereotype.Service;

/**
 * Who reviews an access in an emergency (HIP-5, decision record 0009): the privacy officers; where there is none, the
 * managers; never whoever opened the record.
 */
@Service
public class Reviewers {

    /** In the order in which they are asked. */
    static final List<Role> ROLES = List.of(Role.PRIVACY_OFFICER, Role.MANAGER);

    private final StaffContacts contacts;
    private final EmergencyAccess access;

    Reviewers(StaffContacts contacts, EmergencyAccess access) {
        this.contacts = contacts;
        this.access = access;
    }

    /**
     * @param role to which the review is offered
     * @param people active staff in that role but for the one who opened the record, at least one
     */
    public record Review(Role role, List<Contact> people) {}

    /** Empty when nobody in the clinic in scope may review that access. */
    public Optional<Review> of(UUID accessId) {
        var openedBy = access.openedBy(accessId);
        return ROLES.stream()
                .map(role -> new Review(
                        role,
                        contacts.with(role).stream()
                                .filter(person -> openedBy.filter(person.accountId()::equals)
                                        .isEmpty())
                                .toList()))
                .filter(review -> !review.people().isEmpty())
                .findFirst();
    }

    /** Whether the account has a role that reviews, active or not. */
    boolean mayReview(UUID accountId) {
        return contacts.rolesOf(accountId).stream().anyMatch(ROLES::contains);
    }
}
