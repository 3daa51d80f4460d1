/* Reads one byte behind the library's copy of the text, and must be stopped: proof that AddressSanitizer is on, and that
   it watches the library's heap for what C programs do with it. (It does not see what the library itself does.) */
#include "check.h"
#include "sample.h"

int main(void)
{
    fazhi_report *report = parsed(TEXT(SAMPLE), NULL);
    fazhi_str source;
    CHECK_OK(fazhi_report_source(report, &source, &error));
    printf("%d\n", source.data[source.len]);
    fazhi_report_free(report);
    return finish("overrun");
}
