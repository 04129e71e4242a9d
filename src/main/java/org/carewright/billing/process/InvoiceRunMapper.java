package org.carewright.billing.process;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface InvoiceRunMapper {

    /** Locks the invoice until the transaction ends, so that two don't start an instance for it. */
    UUID lock(UUID invoiceId);

    /** The instance that was started last for the invoice, or null. */
    String instanceOf(UUID invoiceId);

    void save(UUID clinicId, UUID invoiceId, String processInstanceId);
}
