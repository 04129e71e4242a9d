package org.carewright.shared.process.failures;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;

/** The engine's history with safe failures in its job log. */
class SafeHistory extends CacheAwareHistoryEventProducer {

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable failure) {
        return super.createHistoricJobLogFailedEvt(job, SafeFailure.of(failure));
    }
}
