package org.carewright.scheduling.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.carewright.scheduling.catalogue.NewPractitioner.Window;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets up what the clinic in scope offers: rooms, practitioners with their hours, services, days off and closures. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SchedulingSetup {

    private final SchedulingSetupMapper setup;
    private final ClinicScope clinic;

    SchedulingSetup(SchedulingSetupMapper setup, ClinicScope clinic) {
        this.setup = setup;
        this.clinic = clinic;
    }

    /** A room of a location, which one visit at a time may use. */
    public UUID createRoom(UUID locationId, String name) {
        var id = UUID.randomUUID();
        setup.insertRoom(clinic.required(), id, locationId, name);
        return id;
    }

    /** A practitioner who works at one location. */
    public UUID createPractitioner(UUID locationId, NewPractitioner practitioner) {
        var id = UUID.randomUUID();
        var clinicId = clinic.required();
        setup.insertPractitioner(clinicId, id, practitioner);
        for (Window hours : practitioner.hours()) {
            setup.insertHours(clinicId, UUID.randomUUID(), id, locationId, weekday(hours), hours);
        }
        for (Window pause : practitioner.pauses()) {
            setup.insertPause(clinicId, UUID.randomUUID(), id, weekday(pause), pause);
        }
        return id;
    }

    /** A service, offered by its practitioners from now on. */
    public UUID createService(NewService service) {
        var id = UUID.randomUUID();
        var clinicId = clinic.required();
        setup.insertService(clinicId, id, service);
        connect(clinicId, id, service);
        return id;
    }

    /**
     * Offers a service otherwise from now on; its place in lists stays. Visits that are booked stay as they are.
     *
     * @param version as read
     * @return false when it is another version by now, or the clinic has none with that id; nothing is changed then
     */
    public boolean changeService(UUID id, int version, NewService service) {
        if (setup.updateService(id, version, service) == 0) {
            return false;
        }
        setup.deleteProviders(id);
        setup.deleteServiceResources(id);
        connect(clinic.required(), id, service);
        return true;
    }

    private void connect(UUID clinicId, UUID id, NewService service) {
        service.draft().practitioners().forEach(practitioner -> setup.insertProvider(clinicId, practitioner, id));
        service.draft().resources().forEach(resource -> setup.insertServiceResource(clinicId, id, resource));
    }

    /** A stretch of time in which a practitioner sees no one. @param note shown to staff only, no medical reason */
    public void addTimeOff(UUID practitionerId, Instant from, Instant to, String note) {
        setup.insertTimeOff(clinic.required(), UUID.randomUUID(), practitionerId, from, to, note);
    }

    /** Days on which the whole clinic is closed, both included. */
    public void addClosure(LocalDate firstDay, LocalDate lastDay, String name) {
        setup.insertClosure(clinic.required(), UUID.randomUUID(), firstDay, lastDay, name);
    }

    private static int weekday(Window window) {
        return window.weekday().getValue();
    }
}
