package org.carewright.billing;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.billing.BillingSettings.Settings;

@Mapper
interface BillingSettingsMapper {

    Settings find();

    void save(UUID clinicId, Settings settings);
}
