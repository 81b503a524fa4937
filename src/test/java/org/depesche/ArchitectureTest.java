package org.depesche;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.NormalScope;
import jakarta.inject.Inject;
import jakarta.inject.Scope;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.HttpMethod;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The floor plan's laws, held by reading the compiled classes and, for SQL, their sources. */
class ArchitectureTest {

    private static final String ROOT = "org.depesche.";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.depesche");

    private static final DescribedPredicate<JavaClass> RESOURCES = describe("resources",
            type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class));
    private static final DescribedPredicate<JavaClass> ENTITIES_AND_REPOSITORIES = describe("entities or repositories",
            type -> type.isAnnotatedWith(Entity.class) || type.isAssignableTo(PanacheRepositoryBase.class)
                    || type.getSimpleName().endsWith("Repository"));
    private static final DescribedPredicate<JavaConstructor> INJECTION_CONSTRUCTORS = describe("take what a bean needs",
            made -> !made.getRawParameterTypes().isEmpty() && isBean(made.getOwner())
                    && (made.isAnnotatedWith(Inject.class) || made.getOwner().getConstructors().size() == 1));
    private static final DescribedPredicate<JavaAccess<?>> WALL_CLOCK = describe("the wall clock",
            call -> asksTheTime(call.getTarget()));

    /** The desk's tables: working copies, their revisions, their addresses. */
    private static final Pattern EDITORIAL_TABLES = Pattern
            .compile("(?i)\\b(from|join|into|update|table)\\s+article\\b|\\barticle_(revision|slug)\\b");
    private static final Pattern WRITES = Pattern.compile("\\.(createUpdate|prepareBatch|persist|persistAndFlush|deleteById)\\("
            + "|JdbcBatch\\.write\\(|AuditLog\\.record\\(|\\.Event\\.fire\\(");
    private static final Pattern TIMEOUTS = Pattern.compile("\\.setQueryTimeout(\\(.*)");
    private static final String FORBIDDEN_NAMES = ".*(Service|Manager|Helper|Utils?"
            + "|Impl|D[Tt][Oo]|Info|Exception)|(Base|Abstract)[A-Z].*";

    @Test
    void importsPointDownOnly() {
        var rooms = FloorPlan.read();
        var uphill = CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isOurs(use.getTargetClass()))
                .filter(use -> !rooms.mayImport(packageName(use.getOriginClass()), packageName(use.getTargetClass())))
                .map(use -> packageName(use.getOriginClass()) + " -> " + packageName(use.getTargetClass()) + ": "
                        + use.getDescription());

        assertThat(uphill).isEmpty();
    }

    @Test
    void noImportIsDeclaredInVain() {
        var uses = CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isOurs(use.getTargetClass()))
                .map(use -> packageName(use.getOriginClass()) + " -> " + packageName(use.getTargetClass()))
                .collect(Collectors.toSet());
        var unused = FloorPlan.read().rooms().entrySet().stream()
                .flatMap(room -> room.getValue().imports().stream().filter(name -> !name.endsWith(".*"))
                        .map(name -> room.getKey() + " -> " + name))
                .filter(declared -> !uses.contains(declared));

        assertThat(unused).isEmpty();
    }

    @Test
    void everyPackageIsInTheFloorPlan() {
        var rooms = FloorPlan.read();

        assertThat(CLASSES.stream().map(ArchitectureTest::packageName).distinct()).allMatch(rooms::contains);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void resourcesArePackagePrivateAndNamedResource() {
        classes().that(RESOURCES).should().bePackagePrivate().andShould().haveSimpleNameEndingWith("Resource")
                .check(CLASSES);
        // a package-private endpoint method answers 404 while OpenAPI still lists it
        methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic().check(CLASSES);
    }

    @Test
    void resourcesDoNotUseRepositories() {
        noClasses().that(RESOURCES).should().dependOnClassesThat(ENTITIES_AND_REPOSITORIES).check(CLASSES);
    }

    @Test
    void entitiesAndRepositoriesStayInTheirPackageAndItsSubpackages() {
        var leaving = CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isOurs(use.getTargetClass()) && ENTITIES_AND_REPOSITORIES.test(use.getTargetClass()))
                .filter(use -> !isWithin(packageName(use.getTargetClass()), packageName(use.getOriginClass())))
                .map(use -> use.getDescription());

        assertThat(leaving).isEmpty();
    }

    @Test
    void beansUseConstructorInjection() {
        noFields().should().beAnnotatedWith(Inject.class).check(CLASSES);
        constructors().that(INJECTION_CONSTRUCTORS).should().bePackagePrivate().check(CLASSES);
    }

    @Test
    void thereIsOneClock() {
        noClasses().that().haveNameNotMatching(".*\\.(ClockProducer|Uuid7)").should().accessTargetWhere(WALL_CLOCK)
                .check(CLASSES);
    }

    @Test
    void eachTableHasOneRoom() {
        assertThat(FloorPlan.read().tables()).containsExactlyInAnyOrderElementsOf(SqlTables.created());
    }

    @Test
    void onlyARoomAndItsSubroomsNameItsTablesInSql() {
        var rooms = FloorPlan.read();
        var foreign = SqlTables.uses().stream().filter(use -> !rooms.owns(use.room(), use.table()))
                .filter(use -> use.isWrite() || !rooms.reads(use.room(), use.table()));

        assertThat(foreign).isEmpty();
    }

    @Test
    void noForeignTableIsDeclaredInVain() {
        var uses = SqlTables.uses();
        var unused = FloorPlan.read().rooms().entrySet().stream()
                .flatMap(room -> room.getValue().reads().stream().map(table -> room.getKey() + " reads " + table))
                .filter(read -> uses.stream().noneMatch(use -> read.equals(use.room() + " reads " + use.table())));

        assertThat(unused).isEmpty();
    }

    /**
     * A repository is for its room and the rooms below; row mappers and SQL builders hold the text for one and execute nothing.
     * Another class has SQL only if rooms elsewhere use it: a part of the room's API.
     */
    @Test
    void onlyRepositoriesAndTheApiOfARoomContainSql() {
        var others = SqlTables.classesWithSql().stream()
                .filter(type -> !type.matches(".*(Repository|RowMapper|SqlBuilder)"))
                .filter(type -> !isApi(CLASSES.get(ROOT + type)));

        assertThat(others).isEmpty();
    }

    private static boolean isApi(JavaClass type) {
        return packageName(type).startsWith("content.") && type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !isWithin(packageName(type), packageName(use.getOriginClass())));
    }

    @Test
    void onlyTheDatabaseRoomUsesTheTransactionManager() {
        noClasses().that().resideOutsideOfPackage(ROOT + "platform.database").should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.quarkus\\.narayana\\..*"
                        + "|jakarta\\.transaction\\.(UserTransaction|TransactionManager)")
                .check(CLASSES);
    }

    /** A transaction that {@code @Transactional} begins is not repeated after a conflict, so only reads may begin in it. */
    @Test
    void whatATransactionalAnnotationBeginsOnlyReads() {
        methods().that(describe("begin a transaction by annotation", ArchitectureTest::beginsByAnnotation))
                .should(notWrite()).check(CLASSES);
    }

    @Test
    void publicPackagesDoNotNameEditorialTables() {
        var naming = Stream
                .of("delivery", "content/article", "content/listing", "content/model", "content/projection",
                        "content/publication")
                .flatMap(ArchitectureTest::sources)
                .filter(file -> EDITORIAL_TABLES.matcher(sql(file)).find());

        assertThat(naming).isEmpty();
    }

    @Test
    void everyStatementTimeoutIsASetting() {
        var timeouts = sources("").flatMap(file -> TIMEOUTS.matcher(read(file)).results().map(found -> file + found.group(1)))
                .toList();

        assertThat(timeouts).hasSizeGreaterThan(3).allMatch(timeout -> timeout.contains("JdbcReader.timeoutSeconds("));
    }

    @Test
    void noClassHasAForbiddenName() {
        noClasses().that().areTopLevelClasses().should().haveNameMatching(".*\\.(" + FORBIDDEN_NAMES + ")").check(CLASSES);
    }

    /** In tests and benchmarks, too. */
    @Test
    void noLineIsLongerThan128Characters() {
        var all = sourcesBelow(Path.of("src")).toList();
        var tooLong = all.stream().flatMap(file -> read(file).lines().filter(line -> line.length() > 128)
                .map(line -> file.getFileName() + ": " + line.strip()));

        assertThat(all).hasSizeGreaterThan(1_000);
        assertThat(tooLong).isEmpty();
    }

    @Test
    void theChapterOnContributingNamesClassesThatExist() {
        var types = sources("").map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        var table = read(Path.of("src/main/docs/contributing.md")).split("\n## ")[4];
        var named = Pattern.compile("`([A-Z]\\w+)(\\.\\w+)*`").matcher(table).results().map(match -> match.group(1)).toList();

        assertThat(table).startsWith("Where to change what");
        assertThat(named).hasSizeGreaterThan(20).allMatch(types::contains);
    }

    @Test
    void everyPackageHasANullMarkedPackageInfo() {
        var without = sources("").map(Path::getParent).distinct()
                .filter(room -> !Files.exists(room.resolve("package-info.java"))
                        || !read(room.resolve("package-info.java")).contains("@NullMarked"));

        assertThat(without).isEmpty();
    }

    private static boolean beginsByAnnotation(JavaMethod method) {
        return method.tryGetAnnotationOfType(Transactional.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(Transactional.class))
                .filter(transaction -> transaction.value() == TxType.REQUIRED || transaction.value() == TxType.REQUIRES_NEW)
                .isPresent();
    }

    private static ArchCondition<JavaMethod> notWrite() {
        return new ArchCondition<>("not write") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAccessesFromSelf().stream().filter(access -> WRITES.matcher(access.getTarget().getFullName()).find())
                        .forEach(access -> events.add(SimpleConditionEvent.violated(method, access.getDescription())));
            }
        };
    }

    private static boolean isBean(JavaClass type) {
        return type.isMetaAnnotatedWith(NormalScope.class) || type.isMetaAnnotatedWith(Scope.class) || RESOURCES.test(type);
    }

    private static boolean asksTheTime(AccessTarget target) {
        var owner = target.getOwner();
        var takesAClock = target instanceof AccessTarget.CodeUnitCallTarget call
                && call.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Clock.class));
        return owner.getPackageName().equals("java.time") && target.getName().equals("now") && !takesAClock
                || owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system")
                || owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis")
                || owner.isEquivalentTo(Date.class) && target.getName().equals("<init>") && !hasParameters(target);
    }

    private static boolean hasParameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitCallTarget call && !call.getRawParameterTypes().isEmpty();
    }

    private static boolean isWithin(String outer, String inner) {
        return inner.equals(outer) || inner.startsWith(outer + ".");
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static String packageName(JavaClass type) {
        return type.getPackageName().replaceFirst("^org\\.depesche\\.?", "");
    }

    private static Stream<Path> sources(String folder) {
        return sourcesBelow(SOURCES.resolve("org/depesche").resolve(folder));
    }

    private static Stream<Path> sourcesBelow(Path folder) {
        try (var files = Files.walk(folder)) {
            return List.copyOf(files.filter(file -> file.toString().endsWith(".java")).toList()).stream();
        } catch (IOException e) {
            throw new AssertionError(folder.toString(), e);
        }
    }

    /** The source with the strings that stand over several lines put together. */
    private static String sql(Path file) {
        return read(file).replaceAll("\"\\s*\\+\\s*\"", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
