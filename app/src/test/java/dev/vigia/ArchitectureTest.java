package dev.vigia;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The walls of the house. */
class ArchitectureTest {

    private static final Set<Class<?>> TIMES =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class);

    private static final JavaClasses VIGIA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.vigia");

    @Test
    void shouldKeepTheDomainFreeOfEverythingButTheLanguage() {
        classes()
                .that()
                .resideInAPackage("dev.vigia.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.vigia.domain..", "java..", "org.jspecify..")
                .check(VIGIA);
    }

    @Test
    void shouldShowOnnxRuntimeToTheModelsOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.vigia.models..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(VIGIA);
    }

    @Test
    void shouldStayOutOfKafkasInternals() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..internals..")
                .check(VIGIA);
    }

    @Test
    void shouldLetNoModuleLookUpwards() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.vigia.schemas..", "dev.vigia.models..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.vigia.domain..", "dev.vigia.topology..", "dev.vigia.connect..", "dev.vigia.app..")
                .check(VIGIA);
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("dev.vigia.(**)").should().beFreeOfCycles().check(VIGIA);
    }

    @Test
    void shouldAskAnInjectedClockForTheTime() {
        noClasses()
                .should()
                .callMethodWhere(describe("reads the wall clock", ArchitectureTest::readsWallClock))
                .check(VIGIA);
    }

    private static boolean readsWallClock(JavaMethodCall call) {
        return call.getTarget().getName().equals("now")
                && call.getTarget().getRawParameterTypes().isEmpty()
                && TIMES.stream().anyMatch(call.getTargetOwner()::isEquivalentTo);
    }
}
