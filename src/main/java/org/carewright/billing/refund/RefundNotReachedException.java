package org.carewright.billing.refund;

import org.carewright.shared.process.failures.TellableFailure;

/** The provider certainly gave nothing back; it can be asked again. */
public class RefundNotReachedException extends RuntimeException implements TellableFailure {

    private static final long serialVersionUID = 1L;

    RefundNotReachedException(String code) {
        super("The provider gave nothing back: " + code);
    }
}
