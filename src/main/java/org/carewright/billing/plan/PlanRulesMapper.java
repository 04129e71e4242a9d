package org.carewright.billing.plan;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.billing.plan.PlanRules.Rules;

@Mapper
interface PlanRulesMapper {

    Rules find();

    void save(UUID clinicId, Rules rules);
}
