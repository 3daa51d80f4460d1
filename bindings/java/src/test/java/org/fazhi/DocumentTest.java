package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every value of every sample is what the library's JSON documents say, which are those it gives to C. */
class DocumentTest {
    /** Of one, two, three and four bytes, and one and two {@code char}s: nothing behind them has equal positions. */
    private static final String[] STARTS = {"", "大\n", "\uFEFF", "a\u00E9\uD83D\uDE00\uD840\uDC0B大\n"};

    @Test
    void valuesAreThoseOfTheDocument() throws Exception {
        for (Path file : Samples.reports()) {
            for (String start : STARTS) {
                String text = start + Samples.text(file);
                try (Report report = Report.parse(text);
                        Report same = Report.parse(text.getBytes(StandardCharsets.UTF_8))) {
                    JsonObject document = JsonParser.parseString(report.toJson()).getAsJsonObject();
                    document.getAsJsonObject("front").getAsJsonObject("spans").remove("level");
                    assertEquals(document, new Document(text).report(report), file + " behind " + start);
                    assertEquals(new Document(text).report(report), new Document(text).report(same), file.toString());
                    assertEquals(text, same.source());

                    Context context = Context.empty().withPublished(LocalDate.of(2025, 3, 20)).withLastYear(text);
                    Score score = report.score(context);
                    assertEquals(
                            JsonParser.parseString(score.toJson()), new Document(text).score(score), file.toString());
                }
            }
        }
    }

    @Test
    void documentsAreThoseThatCGets() throws Exception {
        Path program = Samples.compile(
                "documents",
                Samples.lines(
                        "#include <stdio.h>",
                        "#include \"fazhi.h\"",
                        "static uint8_t text[1 << 20];",
                        "int main(int count, char **names) {",
                        "    for (int i = 1; i < count; i++) {",
                        "        FILE *file = fopen(names[i], \"rb\");",
                        "        size_t length = file ? fread(text, 1, sizeof text, file) : 0;",
                        "        fazhi_report *report;",
                        "        fazhi_score *score;",
                        "        fazhi_bytes json;",
                        "        if (!file || fazhi_report_parse(text, length, NULL, &report, NULL)) return 1;",
                        "        if (fazhi_report_json(report, &json, NULL)) return 1;",
                        "        printf(\"%.*s\\n\", (int)json.len, (const char *)json.data);",
                        "        if (fazhi_report_score(report, NULL, NULL, &score, NULL)) return 1;",
                        "        if (fazhi_score_json(score, &json, NULL)) return 1;",
                        "        printf(\"%.*s\\n\", (int)json.len, (const char *)json.data);",
                        "    }",
                        "    return 0;",
                        "}"),
                Samples.LIBRARY.toString());
        // Its name inside has the number of the ABI.
        Files.copy(
                Samples.LIBRARY,
                Samples.WORK.resolve("libfazhi.so." + Library.ABI),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        for (Path file : Samples.reports()) {
            String command = "LD_LIBRARY_PATH='" + Samples.WORK + "' '" + program + "' '" + file + "'";
            String[] lines = Samples.run(0, "sh", "-c", command).split("\n");
            try (Report report = Report.parse(file)) {
                assertEquals(lines[0], report.toJson());
                assertEquals(lines[1], report.score().toJson());
            }
        }
    }

    /** The documents of a text, built from values. */
    private static final class Document {
        private final String text;
        /** How many bytes stand before each {@code char}. */
        private final int[] bytes;

        Document(String text) {
            this.text = text;
            bytes = new int[text.length() + 1];
            for (int index = 0, before = 0; index < text.length(); index++) {
                char unit = text.charAt(index);
                bytes[index] = before;
                // Each half of a pair stands for two of the four bytes.
                before += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
                bytes[index + 1] = before;
            }
        }

        JsonElement span(Span span) {
            JsonArray json = new JsonArray();
            json.add(bytes[span.start()]);
            json.add(bytes[span.end()]);
            return json;
        }

        JsonElement span(Optional<Span> span) {
            return span(span.orElse(new Span(0, 0)));
        }

        static <T> JsonElement any(Optional<T> value, Function<T, JsonElement> json) {
            return value.map(json).orElse(JsonNull.INSTANCE);
        }

        static JsonElement string(Object value) {
            return new JsonPrimitive(value.toString());
        }

        static JsonElement index(Optional<Section> section) {
            return any(section, found -> new JsonPrimitive(found.index()));
        }

        static <T> JsonArray array(List<T> values, Function<T, JsonElement> json) {
            JsonArray array = new JsonArray();
            values.forEach(value -> array.add(json.apply(value)));
            return array;
        }

        JsonObject report(Report report) {
            JsonObject source = new JsonObject();
            source.addProperty("bytes", bytes[text.length()]);
            source.addProperty("format", "text");
            source.addProperty("encoding", "UTF-8");
            JsonObject json = new JsonObject();
            json.addProperty("schema", "fazhi.report/1");
            json.add("source", source);
            json.add("notes", array(report.notes(), this::note));
            json.add("front", front(report.front()));
            json.add("sections", array(report.sections(), this::section));
            json.add("passages", array(report.passages(), this::passage));
            json.add("quantities", array(report.quantities(), this::quantity));
            json.add("citations", array(report.citations(), this::citation));
            json.add("doc_numbers", array(report.docNumbers(), this::docNumber));
            json.add("dates", array(report.dates(), this::date));
            json.add("indicators", array(report.indicators(), row -> indicator(row, report.quantities())));
            json.add("checks", array(report.checks(), this::check));
            return json;
        }

        private JsonElement note(Note note) {
            JsonObject json = new JsonObject();
            json.addProperty("code", note.code().jsonName());
            json.add("span", span(note.span()));
            json.addProperty("message", note.message());
            return json;
        }

        private JsonElement front(Front front) {
            JsonObject json = new JsonObject();
            JsonObject spans = new JsonObject();
            json.add("title", name("title", front.title(), spans));
            json.add("issuers", names("issuers", front.issuers(), spans));
            json.add("region", name("region", front.region(), spans));
            json.add("level", any(front.level(), level -> string(level.jsonName())));
            json.add("year", any(front.year(), year -> new JsonPrimitive(year.getValue())));
            json.add("doc_number", name("doc_number", front.docNumber(), spans));
            json.add("signers", names("signers", front.signers(), spans));
            json.add("recipients", names("recipients", front.recipients(), spans));
            json.add("cc", names("cc", front.cc(), spans));
            json.add("date", any(front.date(), date -> string(date.toIsoString())));
            json.add("print_office", name("print_office", front.printOffice(), spans));
            front.yearSpan().ifPresent(span -> spans.add("year", span(span)));
            front.dateSpan().ifPresent(span -> spans.add("date", span(span)));
            json.add("spans", spans);
            return json;
        }

        private JsonElement name(String key, Optional<Name> name, JsonObject spans) {
            name.ifPresent(found -> spans.add(key, span(found.span())));
            return any(name, found -> string(found.text()));
        }

        private JsonElement names(String key, List<Name> names, JsonObject spans) {
            if (!names.isEmpty()) {
                spans.add(key, array(names, name -> span(name.span())));
            }
            return array(names, name -> string(name.text()));
        }

        private JsonElement section(Section section) {
            JsonObject json = new JsonObject();
            json.addProperty("level", section.level());
            json.addProperty("style", section.style().jsonName());
            json.addProperty("number", section.number());
            json.addProperty("title", section.title());
            json.add("span", span(section.span()));
            json.add("heading", span(section.heading()));
            json.add("body", span(section.body()));
            json.add("parent", index(section.parent()));
            json.addProperty("role", section.role().jsonName());
            json.add("topic", any(section.topic(), topic -> string(topic.jsonName())));
            return json;
        }

        private JsonElement passage(Passage passage) {
            JsonObject json = new JsonObject();
            json.addProperty("role", passage.role().jsonName());
            json.add("span", span(passage.span()));
            json.add("section", index(passage.section()));
            return json;
        }

        private JsonElement quantity(Quantity quantity) {
            JsonObject json = new JsonObject();
            json.add("span", span(quantity.span()));
            json.addProperty("text", quantity.text());
            json.addProperty("value", quantity.value().toPlainString());
            json.add("high", any(quantity.high(), high -> string(high.toPlainString())));
            json.addProperty("unit", quantity.unit());
            json.addProperty("kind", quantity.kind().jsonName());
            json.addProperty("bound", quantity.bound().jsonName());
            json.add("section", index(quantity.section()));
            json.add("sentence", span(quantity.sentence()));
            return json;
        }

        private JsonElement citation(Citation citation) {
            JsonObject json = new JsonObject();
            json.add("span", span(citation.span()));
            json.addProperty("title", citation.title());
            json.addProperty("kind", citation.kind().jsonName());
            json.add("section", index(citation.section()));
            return json;
        }

        private JsonElement docNumber(DocNumber number) {
            JsonObject json = new JsonObject();
            json.add("span", span(number.span()));
            json.addProperty("text", number.text());
            json.addProperty("issuer", number.issuer());
            json.addProperty("year", number.year().getValue());
            json.addProperty("serial", number.serial());
            return json;
        }

        private JsonElement date(DateFact date) {
            JsonObject json = new JsonObject();
            json.add("span", span(date.span()));
            json.addProperty("text", date.text());
            json.addProperty("date", date.date().toIsoString());
            PartialDate first = date.date();
            boolean hasDay = first.day().isPresent() && (first.month().isPresent() || !first.year().isPresent());
            json.addProperty("precision", hasDay ? "day" : first.month().isPresent() ? "month" : "year");
            json.add("end", any(date.end(), end -> string(end.toIsoString())));
            return json;
        }

        private JsonElement indicator(Indicator indicator, List<Quantity> quantities) {
            Quantity quantity = indicator.quantity();
            JsonObject json = new JsonObject();
            json.addProperty("id", indicator.definition().id());
            json.addProperty("name", indicator.definition().name());
            json.addProperty("value", indicator.value().toPlainString());
            json.addProperty("unit", quantity.unit());
            json.addProperty("bound", quantity.bound().jsonName());
            json.addProperty("quantity", quantities.indexOf(quantity));
            json.add("section", index(quantity.section()));
            json.addProperty("topic", indicator.definition().topic().jsonName());
            return json;
        }

        private JsonElement check(Check check) {
            JsonObject json = new JsonObject();
            json.addProperty("kind", check.kind().jsonName());
            json.addProperty("verdict", check.verdict().jsonName());
            json.add("stated", any(check.stated(), Document::string));
            json.add("computed", any(check.computed(), Document::string));
            json.add("spans", array(check.spans(), this::span));
            json.addProperty("formula", check.formula());
            json.add("reading", any(check.reading(), Document::string));
            json.add("repair", any(check.repair(), Document::string));
            json.addProperty("explanation", check.explanation());
            return json;
        }

        JsonObject score(Score score) {
            JsonObject rubric = new JsonObject();
            rubric.addProperty("id", score.rubricId());
            rubric.addProperty("version", score.rubricVersion());
            rubric.addProperty("sha256", score.rubricSha256());
            JsonObject json = new JsonObject();
            json.addProperty("schema", "fazhi.score/1");
            json.addProperty("name", score.name());
            json.addProperty("notice", score.notice());
            json.add("rubric", rubric);
            json.addProperty("earned", score.earned().toPlainString());
            json.addProperty("assessable", score.assessable().toPlainString());
            json.addProperty("total", score.total().toPlainString());
            json.add("dimensions", array(score.dimensions(), this::dimension));
            json.add("flags", array(score.flags(), this::flag));
            return json;
        }

        private JsonElement dimension(Dimension dimension) {
            JsonObject json = new JsonObject();
            json.addProperty("id", dimension.id());
            json.addProperty("name", dimension.name());
            json.addProperty("earned", dimension.earned().toPlainString());
            json.addProperty("assessable", dimension.assessable().toPlainString());
            json.addProperty("weight", dimension.weight().toPlainString());
            json.add("criteria", array(dimension.criteria(), this::criterion));
            return json;
        }

        private JsonElement criterion(Criterion criterion) {
            JsonObject json = new JsonObject();
            json.addProperty("id", criterion.id());
            json.addProperty("name", criterion.name());
            json.addProperty("rule", criterion.rule());
            json.addProperty("outcome", criterion.outcome().jsonName());
            json.addProperty("earned", criterion.earned().toPlainString());
            json.addProperty("assessable", criterion.assessable().toPlainString());
            json.addProperty("points", criterion.points().toPlainString());
            json.add("evidence", array(criterion.evidence(), this::span));
            json.add("searched", array(criterion.searched(), this::span));
            json.addProperty("basis", criterion.basis());
            json.addProperty("explanation", criterion.explanation());
            return json;
        }

        private JsonElement flag(Flag flag) {
            JsonObject json = new JsonObject();
            json.addProperty("code", flag.code());
            json.add("span", span(flag.span()));
            json.addProperty("explanation", flag.explanation());
            return json;
        }
    }

    @Test
    void theSamplesHaveEveryTable() throws Exception {
        int[] rows = new int[8];
        for (Path file : Samples.reports()) {
            try (Report report = Report.parse(file)) {
                List<?>[] tables = {
                    report.sections(), report.passages(), report.quantities(), report.citations(),
                    report.docNumbers(), report.dates(), report.indicators(), report.checks(),
                };
                for (int table = 0; table < tables.length; table++) {
                    rows[table] += tables[table].size();
                }
            }
        }
        for (int count : rows) {
            assertTrue(count > 3, java.util.Arrays.toString(rows));
        }
    }
}
