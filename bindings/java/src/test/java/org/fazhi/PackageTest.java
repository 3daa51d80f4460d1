package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Platform;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is in the jar, and which library is loaded. */
class PackageTest {
    private static final String NATIVE = Platform.RESOURCE_PREFIX + "/" + System.mapLibraryName("fazhi");

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        byte[] bytes = new byte[(int) entry.getSize()];
        try (InputStream stream = jar.getInputStream(entry)) {
            for (int at = 0; at < bytes.length; ) {
                at += stream.read(bytes, at, bytes.length - at);
            }
        }
        return bytes;
    }

    @Test
    void theTestsRunAgainstTheJar() throws Exception {
        File file = Samples.jar(Report.class);
        assertTrue(file.getName().matches("fazhi-[0-9.]+\\.jar"), file.toString());
        try (JarFile jar = new JarFile(file)) {
            assertArrayEquals(Files.readAllBytes(Samples.LIBRARY), read(jar, jar.getJarEntry(NATIVE)));
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().endsWith(".class")) {
                    assertEquals(52, read(jar, entry)[7], entry.getName());
                }
            }
            for (String licence : new String[] {"META-INF/LICENSE-MIT", "META-INF/LICENSE-APACHE"}) {
                assertTrue(jar.getJarEntry(licence).getSize() > 1000, licence);
            }
            assertEquals("org.fazhi", jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"));
        }
    }

    @Test
    void jarAndLibraryHaveOneVersion() throws Exception {
        try (JarFile jar = new JarFile(Samples.jar(Report.class))) {
            String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
            assertEquals(version, Fazhi.version());
        }
        assertEquals(1, Fazhi.abiVersion());
        assertEquals(EnumSet.allOf(Feature.class), Fazhi.features());
        assertThrows(UnsupportedOperationException.class, () -> Fazhi.features().clear());
    }

    /** Tells what a Java of its own loads, twice, since the first failure must not hide what later ones are. */
    static final class Loading {
        public static void main(String[] arguments) {
            for (int time = 0; time < 2; time++) {
                try (Report report = Report.parse("一、工作")) {
                    System.out.println("outcome: loaded " + report.sections().size());
                } catch (FazhiException error) {
                    System.out.println("outcome: " + error.status() + " " + error.getMessage());
                }
            }
        }
    }

    private static String load(String... options) throws Exception {
        String printed = Samples.java(Loading.class, System.getProperty("java.class.path"), options);
        // Among them may be what newer Javas say of native libraries.
        String[] lines = Stream.of(printed.split("\n")).filter(line -> line.startsWith("outcome: ")).toArray(String[]::new);
        assertEquals(2, lines.length, printed);
        assertEquals(lines[0], lines[1]);
        return lines[0].substring("outcome: ".length());
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), text);
    }

    @Test
    void loadsTheLibraryOfTheJar() throws Exception {
        Path directory = Files.createDirectories(Samples.WORK.resolve("unpacked"));
        assertEquals("loaded 1", load("-Djna.tmpdir=" + directory));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(0, files.filter(file -> file.toString().contains("fazhi")).count(), "left behind");
        }
    }

    @Test
    void loadsTheLibraryOfTheProperty() throws Exception {
        assertEquals("loaded 1", load("-Dfazhi.library=" + Samples.LIBRARY));
    }

    @Test
    void refusesALibraryThatIsNotThere() throws Exception {
        String message = load("-Dfazhi.library=/no/such/libfazhi.so");
        assertContains(message, "NOT_LOADED cannot load the library that -Dfazhi.library names, /no/such/libfazhi.so");
    }

    @Test
    void refusesAnotherAbi() throws Exception {
        String source = "unsigned fazhi_abi_version(void);\nunsigned fazhi_abi_version(void) { return 99; }\n";
        Path library = Samples.compile("libother-abi.so", source, "-shared", "-fPIC");
        String message = load("-Dfazhi.library=" + library);
        assertContains(message, "NOT_LOADED ");
        assertContains(message, "libother-abi.so has the ABI number 99, and this jar needs 1");
    }

    @Test
    void refusesALibraryThatLacksAFunction() throws Exception {
        String source = "unsigned fazhi_abi_version(void);\nunsigned fazhi_abi_version(void) { return 1; }\n";
        Path library = Samples.compile("libempty.so", source, "-shared", "-fPIC");
        String message = load("-Dfazhi.library=" + library);
        assertContains(message, "NOT_LOADED cannot load the library that -Dfazhi.library names");
        assertContains(message, "fazhi_");
    }

    @Test
    void saysThatAJarHasNoLibraryForThePlatform() throws Exception {
        File without = Files.createDirectories(Samples.WORK).resolve("without-natives.jar").toFile();
        try (JarFile jar = new JarFile(Samples.jar(Report.class));
                OutputStream file = Files.newOutputStream(without.toPath());
                JarOutputStream copy = new JarOutputStream(file)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.getName().equals(NATIVE)) {
                    copy.putNextEntry(new JarEntry(entry.getName()));
                    copy.write(read(jar, entry));
                }
            }
        }
        String classPath = System.getProperty("java.class.path");
        String changed = classPath.replace(Samples.jar(Report.class).getPath(), without.getPath());
        assertNotEquals(classPath, changed);
        String printed = Samples.java(Loading.class, changed);
        assertContains(printed, "NOT_LOADED cannot load /" + NATIVE + " in the jar: ");
        assertContains(printed, "; -Dfazhi.library=PATH names an installed library");
    }
}
