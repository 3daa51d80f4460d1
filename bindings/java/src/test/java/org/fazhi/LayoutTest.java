package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What this jar writes down of the C ABI is what the header says. */
class LayoutTest {
    private static final Class<?>[] RECORDS = Layout.class.getDeclaredClasses();

    private static String record(Class<?> type) {
        String name = type.getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return "fazhi_" + name;
    }

    @Test
    void offsetsAreWhatACompilerMakesOfTheHeader() throws Exception {
        StringBuilder program = new StringBuilder("#include <stdio.h>\n#include \"fazhi.h\"\nint main(void) {\n");
        List<String> expected = new ArrayList<>();
        for (Class<?> type : RECORDS) {
            for (Field field : type.getDeclaredFields()) {
                String name = field.getName().toLowerCase(Locale.ROOT);
                String value = name.equals("size")
                        ? "sizeof(" + record(type) + ")"
                        : "offsetof(" + record(type) + ", " + name + ")";
                program.append("    printf(\"").append(value).append(" %zu\\n\", ").append(value).append(");\n");
                expected.add(value + " " + field.getInt(null));
            }
        }
        program.append("    return 0;\n}\n");
        assertTrue(expected.size() > 130, "only " + expected.size() + " fields");
        String printed = Samples.run(0, Samples.compile("offsets", program.toString()).toString());
        assertEquals(expected, Arrays.asList(printed.trim().split("\n")));
    }

    /** A field that the header got and the jar does not know of would be missed in silence. */
    @Test
    void everyFieldOfTheHeaderIsThere() throws Exception {
        String header = Samples.header();
        for (Class<?> type : RECORDS) {
            String name = record(type);
            Matcher body = Pattern.compile("typedef struct " + name + " \\{(.*?)\\} " + name + ";", Pattern.DOTALL)
                    .matcher(header);
            assertTrue(body.find(), name);
            Set<String> inHeader = new TreeSet<>();
            Matcher field = Pattern.compile("^ +[a-z].*?(\\w+)(\\[\\w+\\])?;$", Pattern.MULTILINE).matcher(body.group(1));
            while (field.find()) {
                inHeader.add(field.group(1));
            }
            inHeader.remove("reserved");
            Set<String> here = new TreeSet<>();
            for (Field constant : type.getDeclaredFields()) {
                here.add(constant.getName().toLowerCase(Locale.ROOT));
            }
            here.remove("size");
            assertEquals(inHeader, here, name);
        }
    }

    /** The constants that begin with {@code prefix}, without it, by their numbers. */
    private static Map<Integer, String> constants(String header, String prefix) {
        Map<Integer, String> constants = new TreeMap<>();
        Matcher define = Pattern.compile("^#define " + prefix + "(\\w+) (\\d+)$", Pattern.MULTILINE).matcher(header);
        while (define.find()) {
            constants.put(Integer.valueOf(define.group(2)), define.group(1));
        }
        assertTrue(!constants.isEmpty(), prefix);
        return constants;
    }

    private static <E extends Enum<E>> void check(String header, String prefix, Class<E> type) {
        Map<Integer, String> constants = new TreeMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.ordinal(), constant.name());
        }
        assertEquals("UNKNOWN", constants.remove(0));
        assertEquals(constants(header, prefix), constants, type.getName());
    }

    @Test
    void enumsHaveTheCodesOfTheHeader() throws Exception {
        String header = Samples.header();
        check(header, "FAZHI_MARKER_", Marker.class);
        check(header, "FAZHI_ROLE_", Role.class);
        check(header, "FAZHI_TOPIC_", Topic.class);
        check(header, "FAZHI_PASSAGE_", PassageRole.class);
        check(header, "FAZHI_QUANTITY_", QuantityKind.class);
        check(header, "FAZHI_BOUND_", Bound.class);
        check(header, "FAZHI_CITATION_", CitationKind.class);
        check(header, "FAZHI_LEVEL_", Level.class);
        check(header, "FAZHI_CHECK_", CheckKind.class);
        check(header, "FAZHI_VERDICT_", Verdict.class);
        check(header, "FAZHI_NOTE_", NoteCode.class);
        check(header, "FAZHI_OUTCOME_", Outcome.class);
        check(header, "FAZHI_BLOCK_", BlockKind.class);
        check(header, "FAZHI_WARNING_", WarningKind.class);
    }

    @Test
    void statusesHaveTheNumbersOfTheHeader() throws Exception {
        Map<Integer, String> statuses = constants(Samples.header(), "FAZHI_ERR_");
        statuses.forEach((code, name) -> assertEquals(name, Status.of(code).name()));
        assertEquals(Status.values().length - 2, statuses.size(), "all but UNKNOWN and NOT_LOADED");
        assertEquals(Status.UNKNOWN, Status.of(Status.NOT_LOADED.ordinal()));
        assertEquals(Status.UNKNOWN, Status.of(-1));
    }

    @Test
    void featuresHaveTheBitsOfTheHeader() throws Exception {
        Map<Integer, String> bits = constants(Samples.header(), "FAZHI_FEATURE_");
        assertEquals(Feature.values().length, bits.size());
        bits.forEach((bit, name) -> assertEquals(bit.intValue(), Feature.valueOf(name).bit()));
    }

    @Test
    void otherConstantsAreThoseOfTheHeader() throws Exception {
        String header = Samples.header();
        assertTrue(header.contains("#define FAZHI_ABI_VERSION " + Library.ABI + "\n"));
        assertTrue(header.contains("#define FAZHI_OFFSET_BYTES " + Library.OFFSET_BYTES + "\n"));
        assertTrue(header.contains("#define FAZHI_OFFSET_UTF16 " + Library.OFFSET_UTF16 + "\n"));
        assertTrue(header.contains("#define FAZHI_NONE " + Integer.toUnsignedString(Layout.NONE) + "\n"));
    }

    /** The prototypes of the header, told in the types of this jar, are the native methods. */
    @Test
    void nativeMethodsHaveTheParametersOfTheHeader() throws Exception {
        Map<String, String> inHeader = new TreeMap<>();
        Matcher prototype = Pattern.compile("^(\\w+) (fazhi_\\w+)\\(([^;]*)\\);$", Pattern.MULTILINE)
                .matcher(Samples.header());
        while (prototype.find()) {
            StringBuilder parameters = new StringBuilder();
            for (String parameter : prototype.group(3).split(",")) {
                parameter = parameter.trim();
                boolean isWord = parameter.contains("*") || parameter.startsWith("size_t");
                parameters.append(parameter.equals("void") ? "" : isWord ? "long " : "int ");
            }
            String result = prototype.group(1).equals("void") ? "void" : "int";
            inHeader.put(prototype.group(2), result + " " + parameters);
        }
        int methods = 0;
        for (java.lang.reflect.Method method : Library.class.getDeclaredMethods()) {
            if (java.lang.reflect.Modifier.isNative(method.getModifiers())) {
                StringBuilder parameters = new StringBuilder();
                for (Class<?> parameter : method.getParameterTypes()) {
                    parameters.append(parameter.getName()).append(' ');
                }
                assertEquals(
                        inHeader.get(method.getName()),
                        method.getReturnType().getName() + " " + parameters,
                        method.getName());
                methods++;
            }
        }
        assertTrue(methods > 50, "only " + methods);
    }
}
