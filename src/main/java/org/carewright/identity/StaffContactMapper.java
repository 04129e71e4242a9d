package org.carewright.identity;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.identity.StaffContacts.Contact;

@Mapper
interface StaffContactMapper {

    List<Contact> with(String role);

    List<String> rolesOf(UUID accountId);
}
