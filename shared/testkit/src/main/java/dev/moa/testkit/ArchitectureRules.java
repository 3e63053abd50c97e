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

/** The rules of a service's inside, stated once. A rule that matches no class fails. */
public final class ArchitectureRules {
    private final String root;
    private final JavaClasses service;

    /** {@code root} is the service's package, for example {@code dev.moa.trading}. */
    public ArchitectureRules(String root) {
        this.root = root;
        this.service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    public void controllersDoNotTouchStores() {
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

    public void controllersArePackagePrivate() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .notBePublic()
                .check(service);
    }

    public void onlyStoresTalkSql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(service);
    }

    public void nobodyReadsTheWallClock() {
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
    public void nobodyArmsCrashPoints() {
        noClasses().should().callMethodWhere(armsACrashPoint()).check(service);
    }

    private static DescribedPredicate<JavaMethodCall> armsACrashPoint() {
        return DescribedPredicate.describe(
                "CrashPoint.arm is called",
                call -> call.getTargetOwner().getFullName().equals("dev.moa.platform.crash.CrashPoint")
                        && call.getName().equals("arm"));
    }

    public void featuresHaveNoCycles() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(service);
    }

    /** Features may only use those later in the chain, for example {@code signal, order, account, price}. */
    public void featuresUseOnlyWhatIsToTheirRight(List<List<String>> chain) {
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
