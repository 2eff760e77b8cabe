package dev.spirallab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What Spring Modulith's own verification does not say. */
@AnalyzeClasses(packages = "dev.spirallab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheEngineKnowsDjl =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.spirallab.engine..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule onlyThePageKnowsVaadin =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.spirallab.ui..", "dev.spirallab")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("dev.spirallab.(*)..").should().beFreeOfCycles();
}
