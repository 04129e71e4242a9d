package org.carewright.shape;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.ibatis.annotations.Mapper;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** How code is laid out and what it may touch; the reasons are in design §3, §4 and §14. */
@AnalyzeClasses(packages = "org.carewright", importOptions = ImportOption.DoNotIncludeTests.class)
class CodingRulesTests {

    private static final String DELEGATES = "..delegate..";
    private static final String WEB = "..web..";
    private static final String ENGINE = "org.camunda..";

    @ArchTest
    static final ArchRule mappersArePackagePrivateBesideTheirServices = classes()
            .that()
            .areAnnotatedWith(Mapper.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Mapper")
            .andShould()
            .resideOutsideOfPackages(DELEGATES, WEB)
            .because("the compiler then keeps delegates and controllers away from the database")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule delegatesArePackagePrivateAndInPlace = classes()
            .that()
            .implement(JavaDelegate.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .resideInAPackage("..delegate")
            .because("models bind to beans, never to classes")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyDelegatesAndTheProcessPackageKnowTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("org.carewright.shared.process..", "..delegate..")
            .should()
            .dependOnClassesThat(resideInAPackage(ENGINE))
            .because("moving to a maintained engine must be a mechanical change (decision record 0001)");

    @ArchTest
    static final ArchRule delegatesGoThroughServices = noClasses()
            .that()
            .resideInAPackage(DELEGATES)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Mapper.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule webKnowsNeitherEngineNorDatabase = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    ENGINE, "org.apache.ibatis..", "org.mybatis..", "java.sql..", "org.springframework.jdbc.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllersArePackagePrivateAndInWeb = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .areMetaAnnotatedWith(ControllerAdvice.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAnyPackage(WEB, "org.carewright.integrations..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.carewright.(**)")
            .should()
            .beFreeOfCycles()
            .because("a part that can't be read alone can't be changed alone");

    @ArchTest
    static final ArchRule sendGridStaysInItsAdapter =
            staysIn("com.sendgrid..", "org.carewright.integrations.sendgrid..");

    @ArchTest
    static final ArchRule twilioStaysInItsAdapter = staysIn("com.twilio..", "org.carewright.integrations.twilio..");

    @ArchTest
    static final ArchRule calendarFilesStayInMessaging = staysIn("net.fortuna.ical4j..", "org.carewright.messaging..");

    @ArchTest
    static final ArchRule pdfIsWrittenInOnePlace = staysIn("org.apache.pdfbox..", "org.carewright.documents.pdf..");

    @ArchTest
    static final ArchRule cryptographyStaysInSealing =
            staysIn("com.google.crypto.tink..", "org.carewright.shared.sealing..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethodWhere(Calls.toTheMachinesClock())
            .orShould()
            .callConstructorWhere(Calls.toTheMachinesDate())
            .because("time is the injected Clock, which tests and the engine share");

    @ArchTest
    static final ArchRule nothingIsPrintedButTheStartTableAndACommandsAnswer = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.carewright.demo.StartTable")
            .and()
            .doNotHaveFullyQualifiedName("org.carewright.audit.seal.AuditVerifyCommand")
            .should(ACCESS_STANDARD_STREAMS)
            .because("what operators read is the log");

    @ArchTest
    static final ArchRule fieldsAreNotInjected = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("what a class needs is in its constructor");

    @ArchTest
    static final ArchRule theEngineIsTheOnlyWorker = noMethods()
            .should()
            .beAnnotatedWith(Scheduled.class)
            .orShould()
            .beAnnotatedWith(Async.class)
            .because("whatever waits or retries is a process (design §1)");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .that(not(modifier(JavaModifier.SYNTHETIC)))
            .should()
            .haveNameMatching(".*(Utils?|Helper|Impl)(\\$.*)?")
            .because("such names say nothing");

    private static ArchRule staysIn(String vendor, String adapter) {
        return noClasses().that(not(resideInAPackage(adapter))).should().dependOnClassesThat(resideInAPackage(vendor));
    }
}
