import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fazhi.Check;
import org.fazhi.Dimension;
import org.fazhi.FazhiException;
import org.fazhi.Front;
import org.fazhi.Indicator;
import org.fazhi.IndicatorDefinition;
import org.fazhi.Name;
import org.fazhi.Report;
import org.fazhi.Score;
import org.fazhi.Section;
import org.fazhi.Span;
import org.fazhi.Topic;
import org.fazhi.Verdict;

/**
 * What a report says, and whether its figures hold: the same program stands beside this one in C, Python and Rust, and all
 * print the same. With Java 11 or later and the two jars of {@code bindings/java/target}:
 *
 * <pre>java -cp fazhi-0.1.0.jar:jna.jar examples/Analyze.java examples/data/yunting-2025.txt</pre>
 */
public final class Analyze {
    private Analyze() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("usage: Analyze FILE");
            System.exit(2);
        }
        Path file = Paths.get(arguments[0]);
        int status;
        try (Report report = Report.parse(file)) {
            // The terminal's own encoding may lack Chinese.
            PrintStream out = new PrintStream(System.out, false, "UTF-8");
            print(report, out);
            status = out.checkError() ? 1 : 0;
        } catch (IOException | FazhiException error) {
            System.err.println(file + ": " + error.getMessage());
            status = 2;
        }
        System.exit(status);
    }

    private static void print(Report report, PrintStream out) {
        Front front = report.front();
        List<String> issuers = front.issuers().stream().map(Name::text).collect(Collectors.toList());
        line(out, "title: %s", text(front.title()));
        line(out, "issuers: %s", String.join("; ", issuers));
        line(out, "region: %s", text(front.region()));
        line(out, "year: %s", front.year().map(Object::toString).orElse("-"));

        line(out, "sections: %d", report.sections().size());
        for (Section section : report.sections()) {
            if (section.level() == 1) {
                String topic = section.topic().map(Topic::jsonName).orElse("-");
                String role = section.role().jsonName();
                line(out, "  %d [%s, %s] %s", section.number(), role, topic, section.title());
            }
        }

        line(out, "quantities: %d", report.quantities().size());
        line(out, "citations: %d", report.citations().size());
        line(out, "indicators: %d", report.indicators().size());
        for (Indicator indicator : report.indicators()) {
            IndicatorDefinition definition = indicator.definition();
            String unit = indicator.quantity().unit();
            line(out, "  %s %s: %s%s", definition.id(), definition.name(), plain(indicator.value()), unit);
        }

        line(out, "checks: %d", report.checks().size());
        for (Check check : report.checks()) {
            if (check.verdict() == Verdict.INCONSISTENT) {
                List<Span> spans = check.spans();
                String place = spans.isEmpty() ? "" : report.text(spans.get(0));
                line(out, "  %s at %s: %s", check.kind().jsonName(), place, check.explanation());
            }
        }

        Score score = report.score();
        line(out, "score: %s of %s (of %s)", plain(score.earned()), plain(score.assessable()), plain(score.total()));
        for (Dimension dimension : score.dimensions()) {
            String earned = plain(dimension.earned());
            line(out, "  %s %s: %s of %s", dimension.id(), dimension.name(), earned, plain(dimension.assessable()));
        }
    }

    private static String text(Optional<Name> name) {
        return name.map(Name::text).orElse("-");
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    /** Ends a line as every other program does, also on Windows. */
    private static void line(PrintStream out, String format, Object... values) {
        out.print(String.format(Locale.ROOT, format, values) + "\n");
    }
}
