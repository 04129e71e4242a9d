package org.carewright.billing.invoice;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface NumberMapper {

    Taken take(UUID clinicId, String series, int year);

    record Taken(long number, String prefix) {}
}
