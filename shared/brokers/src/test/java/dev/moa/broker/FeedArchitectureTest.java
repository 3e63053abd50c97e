package dev.moa.broker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class FeedArchitectureTest {
    private final JavaClasses brokers = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.moa.broker");

    @Test
    void venuesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..binance..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..upbit..")
                .check(brokers);
        noClasses()
                .that()
                .resideInAPackage("..upbit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..binance..")
                .check(brokers);
    }

    @Test
    void sharedPlumbingKnowsNoVenue() {
        noClasses()
                .that()
                .resideInAPackage("..http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..binance..", "..upbit..")
                .check(brokers);
    }

    @Test
    void brokersKnowNoDatabaseAndNoBeans() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.context..", "jakarta.inject..")
                .check(brokers);
    }
}
