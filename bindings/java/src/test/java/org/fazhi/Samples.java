package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Platform;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fictional reports of the repository, its header, and programs run beside the tests. */
final class Samples {
    static final Path REPOSITORY = Paths.get(System.getProperty("fazhi.repository")).toAbsolutePath().normalize();
    /** Where tests may write. */
    static final Path WORK = Paths.get(System.getProperty("fazhi.work"));
    /** The library that was packed into the jar. */
    static final Path LIBRARY = Paths.get(
            System.getProperty("fazhi.natives"), Platform.RESOURCE_PREFIX, System.mapLibraryName("fazhi"));

    static final Path QINGLAN = REPOSITORY.resolve("examples/data/qinglan-2024.txt");

    private Samples() {}

    static List<Path> reports() throws IOException {
        List<Path> reports = new ArrayList<>();
        for (String directory : Arrays.asList("examples/data", "tests/data/reports")) {
            try (Stream<Path> files = Files.list(REPOSITORY.resolve(directory))) {
                files.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(reports::add);
            }
        }
        assertTrue(reports.size() > 20, reports.toString());
        return reports;
    }

    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    static String header() throws IOException {
        return text(REPOSITORY.resolve("include/fazhi.h"));
    }

    /** What a program prints, on both streams, after it ended with {@code status}. */
    static String run(int status, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (InputStream stream = process.getInputStream()) {
            byte[] buffer = new byte[8192];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                output.write(buffer, 0, read);
            }
        }
        String printed = new String(output.toByteArray(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), String.join(" ", command) + "\n" + printed);
        return printed;
    }

    /** What the class {@code main} prints in a Java of its own. */
    static String java(Class<?> main, String classPath, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(Arrays.asList("-cp", classPath, main.getName()));
        return run(0, command.toArray(new String[0]));
    }

    /** Compiles a C program, or with {@code -shared} a library, named {@code name}, in {@link #WORK}. */
    static Path compile(String name, String source, String... options) throws IOException, InterruptedException {
        Path file = Files.createDirectories(WORK).resolve(name + ".c");
        Files.write(file, source.getBytes(StandardCharsets.UTF_8));
        Path output = WORK.resolve(name);
        List<String> command = new ArrayList<>(Arrays.asList("cc", "-std=c99", "-Wall", "-Werror"));
        command.addAll(Arrays.asList("-I", REPOSITORY.resolve("include").toString(), file.toString()));
        command.addAll(Arrays.asList(options));
        command.addAll(Arrays.asList("-o", output.toString()));
        run(0, command.toArray(new String[0]));
        return output;
    }

    /** Lines joined by line feeds. */
    static String lines(String... lines) {
        return Stream.of(lines).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The jar that a class came from. */
    static File jar(Class<?> type) throws Exception {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
