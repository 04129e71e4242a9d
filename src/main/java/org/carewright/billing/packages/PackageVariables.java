package org.carewright.billing.packages;

import java.util.Date;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code PackageProcess}. */
@Component
public class PackageVariables implements ProcessVariables {

    public static final String PROCESS_ID = "PackageProcess";

    public static final ProcessVariable<String> PACKAGE_ID = ProcessVariable.open("packageId", String.class);
    public static final ProcessVariable<Date> NOTICE_AT = ProcessVariable.open("expiryNoticeAt", Date.class);
    public static final ProcessVariable<Date> EXPIRES_AT = ProcessVariable.open("packageExpiresAt", Date.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
