package org.carewright.test;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.springframework.stereotype.Component;

/** What people got about their accounts: runs the processes that wait to send, then looks into the sandbox. */
@Component
public class TestMail {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private final RuntimeService runtime;
    private final ManagementService management;
    private final SandboxFixture sandbox;

    TestMail(RuntimeService runtime, ManagementService management, SandboxFixture sandbox) {
        this.runtime = runtime;
        this.management = management;
        this.sandbox = sandbox;
    }

    /** Everything that address or number got, newest first. */
    public List<SandboxMessage> to(String recipient) {
        runtime.createProcessInstanceQuery().processDefinitionKey("AccountMessageProcess").list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .forEach(job -> management.executeJob(job.getId()));
        return sandbox.sentTo(recipient);
    }

    /** The path of the link in the newest mail to that address. */
    public String linkTo(String recipient) {
        var link = LINK.matcher(to(recipient).get(0).body());
        if (!link.find()) {
            throw new AssertionError("No link in the newest mail");
        }
        return link.group(1);
    }
}
