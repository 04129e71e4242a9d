package org.carewright.onboarding.clinic;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.catalogue.NewPractitioner;
import org.carewright.scheduling.catalogue.NewPractitioner.Window;
import org.carewright.scheduling.catalogue.SchedulingSetup;
import org.carewright.scheduling.catalogue.ServiceDraft;
import org.carewright.scheduling.setup.ClinicSetup;
import org.carewright.scheduling.setup.OfferedService;
import org.carewright.scheduling.setup.ServiceSettings;
import org.carewright.scheduling.setup.WorkingPractitioner;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a clinic will offer, entered by the operator while it is being prepared (PLT-4). Refuses clinics that are live
 * with 409 {@code clinic_is_live}, unknown ones with 404, as {@link ClinicOpenings#inPreparation}.
 */
@Service
public class PreparedOffer {

    private final ClinicOpenings openings;
    private final ClinicService clinics;
    private final SchedulingSetup scheduling;
    private final ClinicSetup setup;
    private final ServiceSettings services;
    private final AuditLog audit;

    PreparedOffer(
            ClinicOpenings openings,
            ClinicService clinics,
            SchedulingSetup scheduling,
            ClinicSetup setup,
            ServiceSettings services,
            AuditLog audit) {
        this.openings = openings;
        this.clinics = clinics;
        this.scheduling = scheduling;
        this.setup = setup;
        this.services = services;
        this.audit = audit;
    }

    /** Everything entered so far. */
    public record Offer(
            Clinic clinic,
            List<WorkingPractitioner> practitioners,
            List<OfferedService> services,
            List<ClinicSetup.Resource> rooms) {}

    /** @param days on which they work, each from {@code from} to {@code to}, wall clock */
    public record Practitioner(
            String name, String title, Set<DayOfWeek> days, LocalTime from, LocalTime to, Pause pause) {}

    /** A break on each working day. */
    public record Pause(LocalTime from, LocalTime to) {}

    @Transactional(readOnly = true)
    public Offer offer(UUID clinicId) {
        return openings.inPreparation(clinicId, () -> {
            var clinic = clinics.current();
            return new Offer(clinic, setup.practitioners(), setup.services(clinic.currency()), setup.rooms());
        });
    }

    @Transactional(readOnly = true)
    public Currency currency(UUID clinicId) {
        return openings.inPreparation(clinicId, () -> clinics.current().currency());
    }

    @Transactional
    public void addRoom(UUID clinicId, String name) {
        openings.inPreparation(clinicId, () -> {
            var id = scheduling.createRoom(clinics.locations().get(0).id(), name);
            return changed("clinic.room-added", "room", id);
        });
    }

    @Transactional
    public void addPractitioner(UUID clinicId, Practitioner practitioner) {
        openings.inPreparation(clinicId, () -> {
            var pause = practitioner.pause();
            var id = scheduling.createPractitioner(
                    clinics.locations().get(0).id(),
                    new NewPractitioner(
                            null,
                            practitioner.name(),
                            practitioner.title(),
                            week(practitioner.days(), practitioner.from(), practitioner.to()),
                            pause == null ? List.of() : week(practitioner.days(), pause.from(), pause.to()),
                            setup.practitioners().size() + 1));
            return changed("clinic.practitioner-added", "practitioner", id);
        });
    }

    private static List<Window> week(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        return days.stream().sorted().map(day -> new Window(day, from, to)).toList();
    }

    /** @throws ProblemException 404 also for a practitioner or room that isn't the clinic's */
    @Transactional
    public void addService(UUID clinicId, ServiceDraft service) {
        openings.inPreparation(clinicId, () -> services.add(service));
    }

    @Transactional
    public void removePractitioner(UUID clinicId, UUID id) {
        openings.inPreparation(clinicId, () -> {
            setup.removePractitioner(id);
            return changed("clinic.practitioner-removed", "practitioner", id);
        });
    }

    @Transactional
    public void removeService(UUID clinicId, UUID id) {
        openings.inPreparation(clinicId, () -> {
            setup.removeService(id);
            return changed("clinic.service-removed", "service", id);
        });
    }

    @Transactional
    public void removeRoom(UUID clinicId, UUID id) {
        openings.inPreparation(clinicId, () -> {
            setup.removeRoom(id);
            return changed("clinic.room-removed", "room", id);
        });
    }

    private Void changed(String action, String type, UUID id) {
        audit.record(action, type, id, null);
        return null;
    }
}
