package org.carewright.billing;

import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the clinic in scope bills. */
@Service
public class BillingSettings {

    private static final Settings DEFAULT = new Settings(14, "", null);

    private final BillingSettingsMapper settings;
    private final ClinicScope clinic;

    BillingSettings(BillingSettingsMapper settings, ClinicScope clinic) {
        this.settings = settings;
        this.clinic = clinic;
    }

    /**
     * @param paymentDays from the day of issue to the day it is due
     * @param numberPrefix before numbers of documents; may be empty
     * @param taxNumber printed on papers, or null
     */
    public record Settings(int paymentDays, String numberPrefix, String taxNumber) {}

    /** As set, or the defaults: 14 days, no prefix, no tax number. */
    @Transactional(readOnly = true)
    public Settings current() {
        var set = settings.find();
        return set == null ? DEFAULT : set;
    }

    /** Sets them for what is issued from now on; values are checked by the page and, last, by the table. */
    @Transactional
    public void set(Settings wanted) {
        settings.save(clinic.required(), wanted);
    }
}
