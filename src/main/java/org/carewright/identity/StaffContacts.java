package org.carewright.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How to reach staff of the clinic in scope. */
@Service
public class StaffContacts {

    private final StaffContactMapper contacts;

    StaffContacts(StaffContactMapper contacts) {
        this.contacts = contacts;
    }

    /** Active staff with that role. */
    @Transactional(readOnly = true)
    public List<Contact> with(Role role) {
        return contacts.with(role.code());
    }

    /** The roles of staff of the clinic, whatever their status; none for an account of nobody who works there. */
    @Transactional(readOnly = true)
    public Set<Role> rolesOf(UUID accountId) {
        return Set.copyOf(contacts.rolesOf(accountId).stream().map(Role::of).toList());
    }

    /** @param language BCP 47 tag */
    public record Contact(UUID accountId, String displayName, String email, String language) {}
}
