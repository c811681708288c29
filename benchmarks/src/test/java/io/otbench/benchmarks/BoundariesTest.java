package io.otbench.benchmarks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may know whom; what Maven's modules cannot hold. */
@AnalyzeClasses(packages = "io.otbench", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

  private static final String SOLVERS = "io.otbench.solvers.";

  /** Packages of the solvers module that every method may use. */
  private static final Set<String> SHARED =
      Set.of("api", "networks", "conjugate", "training", "discrete");

  @ArchTest
  static final ArchRule solversKnowNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("io.otbench.solvers..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.otbench..")
                  .and(resideOutsideOfPackages("io.otbench.solvers..")));

  @ArchTest
  static final ArchRule datasetsKnowTheSolverInterfaceOnly =
      noClasses()
          .that()
          .resideInAPackage("io.otbench.datasets..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.otbench..")
                  .and(
                      resideOutsideOfPackages(
                          "io.otbench.datasets..", "io.otbench.solvers.api..")));

  @ArchTest
  static final ArchRule reportsKnowNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("io.otbench.reports..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.otbench..")
                  .and(resideOutsideOfPackages("io.otbench.reports..")));

  @ArchTest
  static final ArchRule reportsNeedNoEngine =
      noClasses()
          .that()
          .resideInAPackage("io.otbench.reports..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule methodsDoNotTouchEachOther =
      slices().assignedFrom(methodPackages()).should().notDependOnEachOther();

  @ArchTest
  static final ArchRule sharedPackagesDoNotKnowMethods =
      noClasses()
          .that(resideInAPackage("io.otbench.solvers..").and(isOf(false)))
          .should()
          .dependOnClassesThat(isOf(true));

  @ArchTest
  static final ArchRule packagesOfAModuleHaveNoCycles =
      slices().matching("io.otbench.benchmarks.(*)..").should().beFreeOfCycles();

  /** A clock may be set back; durations are differences of System.nanoTime. */
  @ArchTest
  static final ArchRule nobodyAsksForTheTimeOfDay =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now");

  @ArchTest
  static final ArchRule onlyMainEndsTheProgram =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Main.class.getName())
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule everythingIsInAPackageOfItsModule =
      classes()
          .should()
          .resideInAnyPackage(
              "io.otbench.solvers..",
              "io.otbench.datasets..",
              "io.otbench.reports..",
              "io.otbench.benchmarks..");

  @ArchTest
  static void atMostOnePackageKnowsTheEngineInside(JavaClasses all) {
    Set<String> packages =
        all.stream()
            .filter(
                known ->
                    known.getDirectDependenciesFromSelf().stream()
                        .anyMatch(
                            dependency ->
                                dependency
                                    .getTargetClass()
                                    .getPackageName()
                                    .startsWith("ai.djl.pytorch")))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    assertThat(packages).hasSizeLessThanOrEqualTo(1);
  }

  private static boolean isMethodClass(JavaClass known) {
    String name = known.getPackageName();
    return name.startsWith(SOLVERS)
        && !SHARED.contains(name.substring(SOLVERS.length()).split("\\.", 2)[0]);
  }

  private static DescribedPredicate<JavaClass> isOf(boolean method) {
    return DescribedPredicate.describe(
        method ? "belong to a method" : "are shared by methods",
        known -> isMethodClass(known) == method && known.getPackageName().startsWith(SOLVERS));
  }

  private static SliceAssignment methodPackages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass known) {
        return isMethodClass(known)
            ? SliceIdentifier.of(
                known.getPackageName().substring(SOLVERS.length()).split("\\.", 2)[0])
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages of one method each";
      }
    };
  }
}
