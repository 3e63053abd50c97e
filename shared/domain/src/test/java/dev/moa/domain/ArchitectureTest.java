package dev.moa.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** The domain is pure Java, and its packages build upon each other in one direction. */
@AnalyzeClasses(packages = "dev.moa.domain", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyJavaAndTheDomainAreUsed = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.moa.domain..",
                    "java.lang..",
                    "java.math",
                    "java.nio..",
                    "java.security",
                    "java.time..",
                    "java.util..");

    @ArchTest
    static final ArchRule nothingIsReadOrWritten =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.nio.file..", "java.nio.channels..");

    @ArchTest
    static final ArchRule nobodyLooksAtTheClock = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.moa.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule valuesKnowNothingElse = only("value");

    @ArchTest
    static final ArchRule instrumentsKnowValues = only("instrument", "value");

    @ArchTest
    static final ArchRule candlesKnowInstruments = only("candle", "value", "instrument");

    @ArchTest
    static final ArchRule indicatorsKnowCandles = only("indicator", "value", "instrument", "candle");

    @ArchTest
    static final ArchRule ordersKnowInstruments = only("order", "value", "instrument");

    @ArchTest
    static final ArchRule portfoliosKnowOrders = only("portfolio", "value", "instrument", "order");

    @ArchTest
    static final ArchRule performanceKnowsPortfolios = only("performance", "value", "instrument", "order", "portfolio");

    @ArchTest
    static final ArchRule ratesKnowValues = only("rate", "value");

    @ArchTest
    static final ArchRule riskKnowsPortfolios =
            only("risk", "value", "instrument", "order", "portfolio", "risk.facts", "risk.rules");

    @ArchTest
    static final ArchRule riskRulesKnowFacts =
            only("risk.rules", "value", "instrument", "order", "portfolio", "risk", "risk.facts");

    @ArchTest
    static final ArchRule strategiesDoNotSimulate =
            only("strategy", "value", "instrument", "candle", "indicator", "order", "portfolio", "risk");

    @ArchTest
    static final ArchRule templatesKnowStrategies = only(
            "strategy.templates",
            "value",
            "instrument",
            "candle",
            "indicator",
            "order",
            "portfolio",
            "risk",
            "strategy");

    private static ArchRule only(String name, String... earlier) {
        String[] allowed = new String[earlier.length + 2];
        allowed[0] = "java..";
        allowed[1] = "dev.moa.domain." + name;
        for (int i = 0; i < earlier.length; i++) {
            allowed[i + 2] = "dev.moa.domain." + earlier[i];
        }
        return classes()
                .that()
                .resideInAPackage("dev.moa.domain." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
