package dev.spirallab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between packages: one natural way from an experiment to the browser. */
@AnalyzeClasses(packages = "dev.spirallab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule arrowsLeadOnlyAsDesigned =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .withOptionalLayers(true)
                    .layer("start")
                    .definedBy("dev.spirallab")
                    .layer("i18n")
                    .definedBy("dev.spirallab.i18n..")
                    .layer("spec")
                    .definedBy("dev.spirallab.spec..")
                    .layer("lesson")
                    .definedBy("dev.spirallab.lesson..")
                    .layer("validation")
                    .definedBy("dev.spirallab.validation..")
                    .layer("dataset")
                    .definedBy("dev.spirallab.dataset..")
                    .layer("program")
                    .definedBy("dev.spirallab.program..")
                    .layer("frame")
                    .definedBy("dev.spirallab.frame..")
                    .layer("engine")
                    .definedBy("dev.spirallab.engine..")
                    .layer("export")
                    .definedBy("dev.spirallab.export..")
                    .layer("run")
                    .definedBy("dev.spirallab.run..")
                    .layer("stream")
                    .definedBy("dev.spirallab.stream..")
                    .layer("owner")
                    .definedBy("dev.spirallab.owner..")
                    .layer("experiment")
                    .definedBy("dev.spirallab.experiment..")
                    .layer("account")
                    .definedBy("dev.spirallab.account..")
                    .layer("api")
                    .definedBy("dev.spirallab.api..")
                    .layer("cli")
                    .definedBy("dev.spirallab.cli..")
                    .layer("ui")
                    .definedBy("dev.spirallab.ui..")
                    .whereLayer("start")
                    .mayOnlyAccessLayers("engine")
                    .whereLayer("i18n")
                    .mayOnlyAccessLayers("spec")
                    .whereLayer("spec")
                    .mayNotAccessAnyLayer()
                    .whereLayer("lesson")
                    .mayOnlyAccessLayers("spec")
                    .whereLayer("validation")
                    .mayOnlyAccessLayers("spec")
                    .whereLayer("dataset")
                    .mayOnlyAccessLayers("spec")
                    .whereLayer("program")
                    .mayOnlyAccessLayers("spec", "validation")
                    .whereLayer("frame")
                    .mayOnlyAccessLayers("spec")
                    .whereLayer("engine")
                    .mayOnlyAccessLayers("spec", "validation", "dataset", "program", "frame")
                    .whereLayer("export")
                    .mayOnlyAccessLayers(
                            "spec", "i18n", "validation", "dataset", "program", "engine")
                    .whereLayer("run")
                    .mayOnlyAccessLayers(
                            "spec", "validation", "dataset", "engine", "frame", "owner")
                    .whereLayer("stream")
                    .mayOnlyAccessLayers("frame", "run")
                    .whereLayer("owner")
                    .mayNotAccessAnyLayer()
                    .whereLayer("experiment")
                    .mayOnlyAccessLayers("spec", "validation", "dataset", "frame", "run", "owner")
                    .whereLayer("account")
                    .mayOnlyAccessLayers(
                            "spec",
                            "validation",
                            "dataset",
                            "frame",
                            "engine",
                            "export",
                            "i18n",
                            "experiment",
                            "run",
                            "owner")
                    .whereLayer("api")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("cli")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("ui")
                    .mayNotBeAccessedByAnyLayer()
                    .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("dev.spirallab.(*)..").should().beFreeOfCycles();

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
                    .resideOutsideOfPackage("dev.spirallab.ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule whatIsAskedAndToldKnowsNoFramework =
            noClasses()
                    .that(resideInAnyPackage("dev.spirallab.spec..", "dev.spirallab.frame.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.(boot|context|stereotype|web)..");

    @Test
    void modulesUseOnlyWhatOthersOffer() {
        ApplicationModules.of(SpiralLabApplication.class).verify();
    }
}
