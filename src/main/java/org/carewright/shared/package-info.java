/**
 * What every module stands on: clinic scope and database access, process façade over the engine, forms, sealing of
 * personal data, time, money, problems and the web frame. Everything public in it and in its packages may be used by
 * every module; it knows none of them and reaches them only through the small interfaces they implement.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.carewright.shared;
