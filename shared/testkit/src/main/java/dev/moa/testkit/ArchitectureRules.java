package dev.moa.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rules of a service's inside: the test of each service extends this. A rule that matches no class fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {
    private final String root;
    private final List<List<String>> chain;
    private final JavaClasses service;

    /**
     * @param root the service's package, for example {@code dev.moa.trading}
     * @param chain its features: each may only use those later in the chain
     */
    protected ArchitectureRules(String root, List<List<String>> chain) {
        this.root = root;
        this.chain = chain;
        this.service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    @Test
    public final void controllersDoNotTouchStores() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.moa.platform.sql.Sql")
                .check(service);
    }

    @Test
    public final void controllersArePackagePrivate() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .notBePublic()
                .check(service);
    }

    @Test
    public final void onlyStoresTalkSql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(service);
    }

    @Test
    public final void nobodyReadsTheWallClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .check(service);
    }

    /** Crash points are passed by what ships and armed by tests alone. */
    @Test
    public final void nobodyArmsCrashPoints() {
        noClasses().should().callMethodWhere(armsACrashPoint()).check(service);
    }

    private static DescribedPredicate<JavaMethodCall> armsACrashPoint() {
        return DescribedPredicate.describe(
                "CrashPoint.arm is called",
                call -> call.getTargetOwner().getFullName().equals("dev.moa.platform.crash.CrashPoint")
                        && call.getName().equals("arm"));
    }

    @Test
    public final void featuresHaveNoCycles() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(service);
    }

    @Test
    public final void featuresUseOnlyWhatIsToTheirRight() {
        for (int i = 1; i < chain.size(); i++) {
            String[] left = chain.subList(0, i).stream()
                    .flatMap(List::stream)
                    .map(feature -> root + "." + feature + "..")
                    .toArray(String[]::new);
            for (String feature : chain.get(i)) {
                noClasses()
                        .that()
                        .resideInAPackage(root + "." + feature + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(left)
                        .check(service);
            }
        }
    }
}
