package org.carewright.billing.tax;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface TaxMapper {

    /** Parts of the taxes in use. */
    List<PartRow> parts();

    /** Parts of those taxes, in use or not. */
    List<PartRow> partsOf(Collection<UUID> ids);

    List<ServiceTaxRow> ofServices(Collection<UUID> serviceIds);

    void insert(UUID clinicId, UUID id, String name, boolean inclusive, Instant createdAt);

    void insertPart(UUID clinicId, UUID taxId, int position, TaxPart part);

    int retire(UUID id, Instant now);

    void removeFromService(UUID serviceId);

    void assign(UUID clinicId, UUID serviceId, UUID taxId);

    record PartRow(UUID taxId, String taxName, boolean inclusive, String name, int ratePpm) {}

    record ServiceTaxRow(UUID serviceId, UUID taxId) {}
}
