package org.carewright.billing.tax;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.audit.AuditLog;
import org.carewright.billing.tax.TaxMapper.PartRow;
import org.carewright.billing.tax.TaxMapper.ServiceTaxRow;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The taxes of the clinic in scope (BIL-2). */
@Service
public class Taxes {

    public static final int LONGEST_NAME = 60;
    public static final int MOST_PARTS = 4;

    private static final String RESOURCE = "tax";
    private static final int WHOLE_PPM = 1_000_000;

    private final TaxMapper taxes;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    Taxes(TaxMapper taxes, AuditLog audit, ClinicScope clinic, Clock clock) {
        this.taxes = taxes;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Those in use, by name. */
    @Transactional(readOnly = true)
    public List<Tax> all() {
        return taxes(taxes.parts());
    }

    /** Those taxes, in use or not, by id; two statements however many there are. */
    @Transactional(readOnly = true)
    public Map<UUID, Tax> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : taxes(taxes.partsOf(ids)).stream().collect(Collectors.toMap(Tax::id, tax -> tax));
    }

    /** The tax that each of the services bears now; a service without one isn't in it. */
    @Transactional(readOnly = true)
    public Map<UUID, Tax> ofServices(Collection<UUID> serviceIds) {
        if (serviceIds.isEmpty()) {
            return Map.of();
        }
        var rows = taxes.ofServices(serviceIds);
        var byId = byId(rows.stream().map(ServiceTaxRow::taxId).distinct().toList());
        return rows.stream().collect(Collectors.toMap(ServiceTaxRow::serviceId, row -> byId.get(row.taxId())));
    }

    /**
     * Adds a tax.
     *
     * @return its id
     * @throws InvalidFormException naming {@code name} or {@code parts[n]}
     * @throws ProblemException {@code tax_name_taken} (409)
     */
    @Transactional
    public UUID create(String name, boolean inclusive, List<TaxPart> parts) {
        refuseBad(name, parts);
        var id = UUID.randomUUID();
        var own = clinic.required();
        try {
            taxes.insert(own, id, name.strip(), inclusive, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new ProblemException(HttpStatus.CONFLICT, "tax_name_taken");
        }
        for (var i = 0; i < parts.size(); i++) {
            taxes.insertPart(own, id, i, parts.get(i));
        }
        audit.record("tax.created", RESOURCE, id, null);
        return id;
    }

    /** Nothing new bears it from now on; services that bore it bear none. @throws ProblemException 404 */
    @Transactional
    public void retire(UUID id) {
        if (taxes.retire(id, clock.instant()) == 0) {
            throw ProblemException.notFound();
        }
        audit.record("tax.retired", RESOURCE, id, null);
    }

    /** @param taxId null for no tax @throws ProblemException 404 when there is no such tax in use */
    @Transactional
    public void assign(UUID serviceId, UUID taxId) {
        if (taxId != null && all().stream().noneMatch(tax -> tax.id().equals(taxId))) {
            throw ProblemException.notFound();
        }
        taxes.removeFromService(serviceId);
        if (taxId != null) {
            taxes.assign(clinic.required(), serviceId, taxId);
        }
        audit.record("service.tax-changed", "service", serviceId, null);
    }

    private static void refuseBad(String name, List<TaxPart> parts) {
        var errors = new ArrayList<FieldError>();
        if (isBadName(name)) {
            errors.add(new FieldError("name", "required", List.of()));
        }
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            errors.add(new FieldError("parts", "required", List.of()));
        }
        for (var i = 0; i < parts.size(); i++) {
            var rate = parts.get(i).ratePpm();
            if (isBadName(parts.get(i).name()) || rate < 0 || rate > WHOLE_PPM) {
                errors.add(new FieldError("parts[" + i + "]", "invalid", List.of()));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }

    private static boolean isBadName(String name) {
        return name == null || name.isBlank() || name.strip().length() > LONGEST_NAME;
    }

    private static List<Tax> taxes(List<PartRow> rows) {
        var found = new LinkedHashMap<UUID, List<PartRow>>();
        rows.forEach(row ->
                found.computeIfAbsent(row.taxId(), id -> new ArrayList<>()).add(row));
        return found.values().stream()
                .map(parts -> new Tax(
                        parts.get(0).taxId(),
                        parts.get(0).taxName(),
                        parts.get(0).inclusive(),
                        parts.stream()
                                .map(part -> new TaxPart(part.name(), part.ratePpm()))
                                .toList()))
                .toList();
    }
}
