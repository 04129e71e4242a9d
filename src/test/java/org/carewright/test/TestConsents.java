package org.carewright.test;

import java.util.Map;
import java.util.UUID;
import org.carewright.documents.consent.ConsentDefinitions;
import org.carewright.documents.consent.ConsentWording;
import org.carewright.documents.consent.Consents;
import org.carewright.documents.consent.Signature;
import org.carewright.documents.consent.Signer;
import org.carewright.documents.consent.SignerRelation;
import org.carewright.test.TestClinics.TestClinic;
import org.springframework.stereotype.Component;

/** Consents clinics ask for, and signatures under them. */
@Component
public class TestConsents {

    private final ConsentDefinitions definitions;
    private final Consents consents;
    private final TestScheduling scheduling;

    TestConsents(ConsentDefinitions definitions, Consents consents, TestScheduling scheduling) {
        this.definitions = definitions;
        this.consents = consents;
        this.scheduling = scheduling;
    }

    /** A consent and its current version. */
    public record Defined(UUID definitionId, UUID versionId) {}

    /** A required consent with words in English: "I agree to {name}." */
    public Defined defined(TestClinic clinic, String name) {
        return scheduling.in(clinic, () -> {
            var id = definitions.create(name, true);
            var words = Map.of("en", new ConsentWording(name, "# Please read\nI agree to " + name + "."));
            return new Defined(id, definitions.publish(id, words, true, null));
        });
    }

    /** The patient signs it, name typed. @return the signature's id */
    public UUID signed(TestClinic clinic, UUID patientId, Defined consent) {
        var signer = new Signer("Ann Smith", SignerRelation.SELF, null);
        return scheduling.in(
                clinic, () -> consents.sign(patientId, consent.versionId(), "en", signer, new Signature.Typed()));
    }
}
