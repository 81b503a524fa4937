package org.depesche.bootstrap.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.depesche.bootstrap.database.EmbeddedDatabaseConfig;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;

/** The settings that the documentation names are those that the code reads, with the same defaults. */
class DocumentedSettingsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path APPLICATION_PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final String NONE = "–";
    private static final Pattern KEY = Pattern.compile("(?<![.\\w/])depesche\\.[a-z0-9<>*.-]*[a-z0-9>]");
    private static final Pattern VARIABLE = Pattern.compile("\\bDEPESCHE_[A-Z0-9_]+");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(depesche\\.[^`]+)` \\| `?([^`|]+)`? \\|");
    /** Read by tests and the benchmark, not by the service. */
    private static final Set<String> OF_TESTS = Set.of("DEPESCHE_REQUIRE", "DEPESCHE_OPENSEARCH_JAVA", "DEPESCHE_IT_JAVA",
            "DEPESCHE_KEY");
    /** Set for tests, and the name of a file. */
    private static final Set<String> OTHERS = Set.of("depesche.seed", "depesche.kills", "depesche.ts");

    private final Map<String, String> defaults = mappedSettings();
    private final Set<String> known = allSettings();

    @Test
    void everySettingIsInTheConfigurationChapter() {
        assertThat(named(KEY, configuration()).map(DocumentedSettingsTest::general)).containsAll(known);
    }

    @Test
    void theDefaultsAreThoseOfTheCode() {
        var documented = ROW.matcher(configuration()).results()
                .collect(toMap(row -> general(row.group(1)), row -> row.group(2).strip(), (first, second) -> second));
        documented.keySet().retainAll(defaults.keySet());
        var expected = new TreeMap<>(defaults);
        expected.keySet().retainAll(documented.keySet());

        assertThat(new TreeMap<>(documented)).isEqualTo(expected);
    }

    @Test
    void everySettingThatAChapterNamesExists() {
        var unknown = MarkdownFile.all().flatMap(file -> named(KEY, file.text())).filter(key -> !OTHERS.contains(key))
                .filter(key -> known.stream().noneMatch(setting -> isOrBelow(setting, general(key))));

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyVariableThatAChapterNamesExists() {
        var variables = known.stream().map(key -> key.replaceAll("[^a-z0-9]", "_").toUpperCase()).toList();
        var unknown = MarkdownFile.all().flatMap(file -> named(VARIABLE, file.text()))
                .filter(variable -> !OF_TESTS.contains(variable) && !variables.contains(variable));

        assertThat(unknown).isEmpty();
    }

    private static boolean isOrBelow(String setting, String named) {
        return setting.equals(named) || setting.startsWith(named + ".");
    }

    private static Stream<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    /** Names that an operator chooses become a star. */
    private static String general(String key) {
        return key.replaceAll("<[a-z]+>", "*").replaceAll("(?<=purge\\.endpoints\\.)[a-z]+", "*");
    }

    private static String configuration() {
        return new MarkdownFile(MarkdownFile.FOLDER.resolve("configuration.md")).text();
    }

    private Set<String> allSettings() {
        var all = new TreeSet<>(defaults.keySet());
        all.addAll(embeddedDatabaseSettings());
        named(Pattern.compile("(?<=\\$\\{)depesche\\.[a-z.-]+"), read(APPLICATION_PROPERTIES)).forEach(all::add);
        return all;
    }

    /** The settings that are read before Quarkus starts. */
    private static Set<String> embeddedDatabaseSettings() {
        var asked = new TreeSet<String>();
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters().build();
        EmbeddedDatabaseConfig
                .of((Config) Proxy.newProxyInstance(Config.class.getClassLoader(), new Class<?>[] { Config.class },
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("getOptionalValue")) {
                                asked.add((String) arguments[0]);
                            }
                            return method.invoke(config, arguments);
                        }));
        return asked;
    }

    private static Map<String, String> mappedSettings() {
        var found = new LinkedHashMap<String, String>();
        sources().filter(file -> read(file).contains("\n@ConfigMapping(")).map(DocumentedSettingsTest::type)
                .forEach(type -> collect(type.getAnnotation(ConfigMapping.class).prefix(), type, found));
        return found;
    }

    private static void collect(String prefix, Class<?> group, Map<String, String> found) {
        for (var member : group.getDeclaredMethods()) {
            var key = prefix + "." + StringUtil.skewer(member.getName());
            var nested = nested(member);
            if (nested == null) {
                var given = member.getAnnotation(WithDefault.class);
                found.put(key, given == null ? NONE : given.value());
            } else {
                collect(Map.class.isAssignableFrom(member.getReturnType()) ? key + ".*" : key, nested, found);
            }
        }
    }

    /** The group of settings that a member stands for; null for a single setting. */
    private static Class<?> nested(Method member) {
        var type = member.getGenericReturnType() instanceof ParameterizedType map && map.getRawType() == Map.class
                ? (Class<?>) map.getActualTypeArguments()[1]
                : member.getReturnType();
        return type.isInterface() && type.getName().startsWith("org.depesche.") ? type : null;
    }

    private static Stream<Path> sources() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(Path source) {
        var name = SOURCES.relativize(source).toString().replace(".java", "").replace('/', '.');
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
