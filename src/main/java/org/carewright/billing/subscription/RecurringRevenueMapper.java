package org.carewright.billing.subscription;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RecurringRevenueMapper {

    List<Sold> sold();

    /** How many pay one version of a plan's price. */
    record Sold(String currency, String intervalUnit, int intervalCount, long priceMinor, long count) {}
}
