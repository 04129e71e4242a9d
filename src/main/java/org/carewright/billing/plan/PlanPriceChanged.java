package org.carewright.billing.plan;

import java.util.UUID;

/** A plan will cost something else. Published in the transaction that announces it. */
public record PlanPriceChanged(UUID planId, int version) {}
