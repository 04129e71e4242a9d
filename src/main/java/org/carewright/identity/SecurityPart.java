package org.carewright.identity;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A part of identity that adds its filters to the chain of each door. */
public interface SecurityPart {

    void addTo(HttpSecurity http) throws Exception;
}
