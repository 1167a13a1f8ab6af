package domicile;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What packages bring: every module of Java that the program and its parts call, and every part's licence. */
class PackagedJavaTest {
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w/$]+);");
    private static final ModuleFinder JDK = ModuleFinder.ofSystem();
    private static final Path LICENCES = Path.of("packaging", "licences");
    private static final Pattern LICENCE = Pattern.compile("(?i)/(LICEN[CS]E|NOTICE|licenses/)");

    /**
     * What nothing of ours comes to: JavaFX and Jdbi record events where they find {@code jdk.jfr}, which would take a
     * tenth of a start; POI signs documents with {@code java.xml.crypto}.
     */
    private static final Set<String> LEFT_OUT = Set.of("jdk.jfr", "java.xml.crypto");

    @Test
    void everyModuleThatIsCalledIsPacked() throws IOException {
        Set<String> packed = Configuration.empty().resolve(JDK, ModuleFinder.of(), listed()).modules().stream()
                .map(ResolvedModule::name)
                .collect(toCollection(TreeSet::new));

        Map<String, Set<Path>> called = called();

        assertThat(called.keySet())
                .contains("java.net.http", "jdk.security.auth")
                .containsAll(LEFT_OUT);
        called.keySet().removeAll(packed);
        assertThat(called)
                .as("modules that packaging/modules.txt lacks, and which parts call them")
                .containsOnlyKeys(LEFT_OUT);
    }

    /** As {@code packaging/try.sh} looks for it in an installed package; the program's own licence is Apache's. */
    @Test
    void everyPartsLicenceIsPacked() throws IOException {
        Set<String> without = new TreeSet<>();
        List<Path> parts = parts();
        for (JsonNode part : DependenciesTest.bill()) {
            String name = part.get("name").asText();
            boolean brought = parts.stream()
                    .filter(jar -> jar.getFileName().toString().startsWith(name + "-"))
                    .anyMatch(PackagedJavaTest::bringsItsLicence);
            if (!part.get("licenses").toString().contains("Apache")
                    && !brought
                    && !Files.exists(LICENCES.resolve(name + ".txt"))
                    && !Files.exists(LICENCES.resolve(name.split("-", 2)[0] + ".txt"))) {
                without.add(name);
            }
        }
        assertThat(without).as("parts whose licence packaging/licences lacks").isEmpty();
    }

    private static boolean bringsItsLicence(Path jar) {
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> all = Files.walk(files.getPath("/META-INF"), 3)) {
            return all.map(Path::toString).anyMatch(p -> LICENCE.matcher(p).find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What jlink is asked for. */
    private static Set<String> listed() throws IOException {
        return new HashSet<>(Files.readAllLines(Path.of("packaging", "modules.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList());
    }

    /** The modules of the JDK by who calls them. */
    private static Map<String, Set<Path>> called() throws IOException {
        Map<String, String> modules = new HashMap<>();
        JDK.findAll().stream()
                .map(ModuleReference::descriptor)
                .forEach(m -> m.packages().forEach(p -> modules.put(p.replace('.', '/'), m.name())));
        Map<String, Set<Path>> called = new HashMap<>();
        for (Path part : parts()) {
            for (String type : types(part)) {
                String in = modules.get(type.substring(0, Math.max(0, type.lastIndexOf('/'))));
                if (in != null) {
                    called.computeIfAbsent(in, _ -> new TreeSet<>()).add(part.getFileName());
                }
            }
        }
        return called;
    }

    /** The program's classes and the parts of its bill of materials, as they lie on the class path. */
    private static List<Path> parts() throws IOException {
        Set<String> names = new HashSet<>();
        for (JsonNode c : DependenciesTest.bill()) {
            names.add(c.get("name").asText() + "-" + c.get("version").asText());
        }
        List<Path> parts = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(p -> p.endsWith(Path.of("target", "classes"))
                        || names.stream()
                                .anyMatch(n -> p.getFileName().toString().startsWith(n)))
                .toList();
        assertThat(parts).hasSizeGreaterThan(names.size());
        return parts;
    }

    private static Set<String> types(Path part) throws IOException {
        if (Files.isDirectory(part)) {
            return typesBelow(part);
        }
        try (FileSystem jar = FileSystems.newFileSystem(part)) {
            return typesBelow(jar.getPath("/"));
        }
    }

    private static Set<String> typesBelow(Path folder) throws IOException {
        Set<String> types = new HashSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(f -> f.toString().endsWith(".class") && !f.endsWith("module-info.class"))
                    .forEach(f -> add(f, types));
        }
        return types;
    }

    private static void add(Path file, Set<String> types) {
        try {
            for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
                switch (entry) {
                    case ClassEntry c -> types.add(c.asInternalName());
                    case Utf8Entry u ->
                        IN_DESCRIPTOR.matcher(u.stringValue()).results().forEach(m -> types.add(m.group(1)));
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
