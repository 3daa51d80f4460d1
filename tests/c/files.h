/* Files of an invented county in several formats, made here. */
#ifndef FILES_H
#define FILES_H

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The text of the first file, in GBK. */
#define GBK \
    "\307\340\341\260\317\3302024\304\352\267\250\326\316\325\376\270\256\275\250\311\350\304\352\266\310\261\250\270\346\n" \
    "\322\273\241\242\326\367\322\252\271\244\327\367\n" \
    "\243\250\322\273\243\251\273\257\275\342\303\254\266\334\241\243\312\334\300\355\260\270\274\37640\274\376\243\254" \
    "\260\354\275\34136\274\376\241\243\n"

#define GBK_TEXT "青岚县2024年法治政府建设年度报告\n一、主要工作\n（一）化解矛盾。受理案件40件，办结36件。\n"

/* A title, a text box, a heading that the file numbers, a row of a table, a footnote. */
#define RTF \
    "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}" \
    "{\\info{\\title \\'c7\\'e0\\'e1\\'b0\\'cf\\'d8\\'b1\\'a8\\'b8\\'e6}}\\f0" \
    "{\\shp{\\*\\shpinst{\\shptxt \\pard \\'c7\\'e0\\'e1\\'b0\\'cf\\'d8\\'ce\\'c4\\'bc\\'fe\\par}}}" \
    "\\pard\\plain\\outlinelevel0 {\\listtext\\pard\\plain \\'d2\\'bb\\'a1\\'a2\\tab}\\'d6\\'f7\\'d2\\'aa\\'b9\\'a4\\'d7\\'f7\\par" \
    "\\pard\\plain \\'ca\\'dc\\'c0\\'ed\\'b0\\'b8\\'bc\\'fe25\\'bc\\'fe" \
    "{\\super\\chftn{\\footnote\\pard {\\super\\chftn} \\'ba\\'ac\\'d6\\'d8\\'b0\\'ec\\par}}\\'a1\\'a3\\par" \
    "\\trowd\\cellx1\\cellx2\\pard\\intbl\\'c4\\'ea\\'b6\\'c8\\cell \\'bc\\'fe\\'ca\\'fd\\cell\\row}"

#define RTF_TEXT "青岚县文件\n一、主要工作\n受理案件25件。\n年度\t件数"

/* A page of a site, of which its head tells. */
#define HTML \
    "<html><head><meta name=ArticleTitle content='青岚县报告'><meta name=PubDate content='2025-01-21'>" \
    "<meta name=ContentSource content='县司法局'></head><body><div id=zoom>" \
    "<p>2024年，青岚县坚持依法行政，健全制度，规范执法，加强监督，法治政府建设取得新进展。现将有关情况报告如下：</p>" \
    "<p>全年办理行政复议案件25件，审结24件，纠错2件；行政机关负责人出庭应诉18次，出庭率为100%，没有败诉案件。</p>" \
    "</div></body></html>"

/* What grows at its end. */
typedef struct {
    uint8_t bytes[4096];
    size_t length;
} file;

static void add(file *to, const void *bytes, size_t length)
{
    if (length > sizeof to->bytes - to->length) {
        exit(1);
    }
    memcpy(to->bytes + to->length, bytes, length);
    to->length += length;
}

static void add_text(file *to, const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    add(to, text, (size_t)vsprintf(text, format, arguments));
    va_end(arguments);
}

static void add_number(file *to, unsigned long number, int bytes)
{
    for (; bytes > 0; bytes--, number >>= 8) {
        uint8_t byte = (uint8_t)(number & 0xFF);
        add(to, &byte, 1);
    }
}

static unsigned long crc32_of(const char *bytes, size_t length)
{
    unsigned long sum = 0xFFFFFFFFUL;
    size_t i;
    int bit;
    for (i = 0; i < length; i++) {
        sum ^= (uint8_t)bytes[i];
        for (bit = 0; bit < 8; bit++) {
            sum = (sum >> 1) ^ (sum & 1 ? 0xEDB88320UL : 0);
        }
    }
    return sum ^ 0xFFFFFFFFUL;
}

/* An archive of one part, not packed. */
static file zip(const char *name, const char *part)
{
    file made = {{0}, 0};
    size_t length = strlen(part), directory;
    int place;
    for (place = 0; place < 2; place++) {
        directory = made.length;
        add_text(&made, place == 0 ? "PK\3\4" : "PK\1\2");
        add_number(&made, 20, place == 0 ? 2 : 4);
        add_number(&made, 0, 4);
        add_number(&made, 0, 4);
        add_number(&made, crc32_of(part, length), 4);
        add_number(&made, length, 4);
        add_number(&made, length, 4);
        add_number(&made, strlen(name), 2);
        add_number(&made, 0, place == 0 ? 2 : 16);
        add(&made, name, strlen(name));
        if (place == 0) {
            add(&made, part, length);
        }
    }
    length = made.length - directory;
    add_text(&made, "PK\5\6");
    add_number(&made, 0, 4);
    add_number(&made, 1, 2);
    add_number(&made, 1, 2);
    add_number(&made, length, 4);
    add_number(&made, directory, 4);
    add_number(&made, 0, 2);
    return made;
}

/* A .docx file with that body. */
static file docx(const char *body)
{
    char part[1024];
    sprintf(part, "<?xml version='1.0'?><w:document><w:body>%s<w:sectPr/></w:body></w:document>", body);
    return zip("word/document.xml", part);
}

/* A PDF file of two pages with a line each, the first one larger, in UTF-16 as hexadecimal digits. */
static file pdf(const char *first, const char *second)
{
    file made = {{0}, 0};
    const char *lines[2];
    size_t places[8], table;
    char content[256];
    int i;
    lines[0] = first;
    lines[1] = second;
    add_text(&made, "%%PDF-1.7\n");
    places[0] = made.length;
    add_text(&made, "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
    places[1] = made.length;
    add_text(&made, "2 0 obj\n<</Type/Pages/Count 2/Kids[5 0 R 7 0 R]/MediaBox[0 0 595 842]>>\nendobj\n");
    places[2] = made.length;
    add_text(&made, "3 0 obj\n<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>\nendobj\n");
    places[3] = made.length;
    add_text(&made, "4 0 obj\n<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo"
                    "<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]>>\nendobj\n");
    for (i = 0; i < 2; i++) {
        int length = sprintf(content, "BT /F1 %d Tf 100 700 Td <%s> Tj ET\n", 22 - 6 * i, lines[i]);
        places[4 + 2 * i] = made.length;
        add_text(&made, "%d 0 obj\n<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>\nendobj\n",
                 5 + 2 * i, 6 + 2 * i);
        places[5 + 2 * i] = made.length;
        add_text(&made, "%d 0 obj\n<</Length %d>>\nstream\n%sendstream\nendobj\n", 6 + 2 * i, length, content);
    }
    table = made.length;
    add_text(&made, "xref\n0 9\n0000000000 65535 f \n");
    for (i = 0; i < 8; i++) {
        add_text(&made, "%010lu 00000 n \n", (unsigned long)places[i]);
    }
    add_text(&made, "trailer\n<</Size 9/Root 1 0 R>>\nstartxref\n%lu\n%%%%EOF\n", (unsigned long)table);
    return made;
}

/* 受理案件25件。 and 二、下一步打算 */
#define PDF pdf("53D7740668484EF6003200354EF63002", "4E8C30014E0B4E006B6562537B97")

/* An old Word file around an encrypted new one: a directory entry named EncryptedPackage is what tells. */
static file encrypted(void)
{
    static const char name[] = "EncryptedPackage";
    file made = {{0}, 1024};
    size_t i;
    memcpy(made.bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    for (i = 0; name[i] != '\0'; i++) {
        made.bytes[640 + 2 * i] = (uint8_t)name[i];
    }
    made.bytes[704] = 34;
    made.bytes[706] = 2;
    return made;
}

#endif
