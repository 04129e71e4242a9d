package org.carewright.identity.session;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ClinicSecurityMapper {

    Optional<ClinicSecurity> current();

    void save(ClinicSecurity settings, Instant now);
}
