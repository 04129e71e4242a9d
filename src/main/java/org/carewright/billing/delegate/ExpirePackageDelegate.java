package org.carewright.billing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.packages.PackageVariables;
import org.carewright.billing.packages.Packages;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Expire package",
        description = "Ends a package whose last day is over; what is left of it is earned by then.")
class ExpirePackageDelegate implements JavaDelegate {

    private final Packages packages;

    ExpirePackageDelegate(Packages packages) {
        this.packages = packages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        packages.expire(UUID.fromString(PackageVariables.PACKAGE_ID.from(execution)));
    }
}
