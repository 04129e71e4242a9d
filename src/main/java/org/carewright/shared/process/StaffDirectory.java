package org.carewright.shared.process;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whom the engine knows as its users; implemented by the module that owns accounts. Closed accounts aren't in it. */
public interface StaffDirectory {

    /**
     * A person.
     *
     * @param id the engine's user id
     * @param groupIds their roles
     * @param clinicIds the clinics whose instances the person may come across, the engine's tenants
     */
    record Member(String id, String displayName, Collection<String> groupIds, Collection<String> clinicIds) {}

    /** A role, which is a group of the engine. */
    record Group(String id, String name) {}

    Optional<Member> find(String userId);

    /**
     * Everyone, by id.
     *
     * @param clinicId only people of this clinic, or null
     * @param groupId only people with this role, or null
     */
    List<Member> members(String clinicId, String groupId);

    List<Group> groups();

    /** The ids of all clinics. */
    List<String> clinicIds();
}
