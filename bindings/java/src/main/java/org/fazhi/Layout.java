package org.fazhi;

/**
 * Where the fields of the records of {@code fazhi.h} stand, in bytes: a class a record, a constant a field, named as in
 * the header. A test has a C compiler compare them with the header.
 */
final class Layout {
    /** The index of no row, and the offset of an absent text: {@code FAZHI_NONE}. */
    static final int NONE = -1;

    private Layout() {}

    static final class Str {
        static final int DATA = 0, LEN = 8, SIZE = 16;
    }

    static final class Bytes {
        static final int DATA = 0, LEN = 8, SIZE = 16;
    }

    static final class Span {
        static final int START = 0, END = 4, SIZE = 8;
    }

    static final class Error {
        static final int STATUS = 0, SPAN = 4, MESSAGE_LEN = 12, MESSAGE = 16, SIZE = 272;
    }

    static final class Place {
        static final int LINE = 0, BYTE_COLUMN = 4, UTF16_COLUMN = 8, CODE_POINT_COLUMN = 12, SIZE = 16;
    }

    static final class Text {
        static final int OFFSET = 0, LENGTH = 4, SIZE = 8;
    }

    static final class Name {
        static final int TEXT = 0, SPAN = 8, SIZE = 16;
    }

    static final class List {
        static final int FIRST = 0, COUNT = 4, SIZE = 8;
    }

    static final class Day {
        static final int YEAR = 0, MONTH = 2, DAY = 3, SIZE = 4;
    }

    static final class Table {
        static final int ROWS = 0, COUNT = 8, STRIDE = 16, SIZE = 24;
    }

    static final class Decimal {
        static final int MANTISSA = 0, SCALE = 8, PRESENT = 9, SIZE = 16;
    }

    static final class Front {
        static final int TITLE = 0, REGION = 16, DOC_NUMBER = 32, PRINT_OFFICE = 48;
        static final int ISSUERS = 64, SIGNERS = 72, RECIPIENTS = 80, CC = 88;
        static final int YEAR_SPAN = 96, DATE_SPAN = 104, DATE = 112, YEAR = 116, LEVEL = 118, SIZE = 120;
    }

    static final class Section {
        static final int SPAN = 0, HEADING = 8, MARKER = 16, TITLE = 24, BODY = 32, TITLE_TEXT = 40, PARENT = 48;
        static final int NUMBER = 52, STYLE = 54, ROLE = 56, TOPIC = 58, LEVEL = 60, SIZE = 64;
    }

    static final class Passage {
        static final int SPAN = 0, SECTION = 8, ROLE = 12, SIZE = 16;
    }

    static final class Quantity {
        static final int VALUE = 0, HIGH = 16, SPAN = 32, SENTENCE = 40, UNIT_SPAN = 48, UNIT = 56, SECTION = 64;
        static final int KIND = 68, BOUND = 70, SIZE = 72;
    }

    static final class Citation {
        static final int SPAN = 0, TITLE = 8, TITLE_TEXT = 16, SECTION = 24, KIND = 28, SIZE = 32;
    }

    static final class DocNumber {
        static final int SPAN = 0, ISSUER = 8, ISSUER_TEXT = 16, SERIAL = 24, YEAR = 28, SIZE = 32;
    }

    static final class Date {
        static final int SPAN = 0, DATE = 8, END = 12, SIZE = 16;
    }

    static final class Indicator {
        static final int VALUE = 0, QUANTITY = 16, DEFINITION = 20, SIZE = 24;
    }

    static final class Check {
        static final int SPANS = 0, STATED = 8, COMPUTED = 16, FORMULA = 24, READING = 32, REPAIR = 40;
        static final int EXPLANATION = 48, KIND = 56, VERDICT = 58, SIZE = 60;
    }

    static final class Note {
        static final int SPAN = 0, MESSAGE = 8, CODE = 16, SIZE = 20;
    }

    static final class Totals {
        static final int EARNED = 0, ASSESSABLE = 16, TOTAL = 32, NAME = 48, NOTICE = 56, RUBRIC_ID = 64;
        static final int RUBRIC_SHA256 = 72, RUBRIC_VERSION = 80, SIZE = 88;
    }

    static final class Dimension {
        static final int EARNED = 0, ASSESSABLE = 16, WEIGHT = 32, ID = 48, NAME = 56, CRITERIA = 64, SIZE = 72;
    }

    static final class Criterion {
        static final int EARNED = 0, ASSESSABLE = 16, POINTS = 32, ID = 48, NAME = 56, RULE = 64, BASIS = 72;
        static final int EXPLANATION = 80, EVIDENCE = 88, SEARCHED = 96, DIMENSION = 104, OUTCOME = 108, SIZE = 112;
    }

    static final class Flag {
        static final int SPAN = 0, CODE = 8, EXPLANATION = 16, SIZE = 24;
    }

    static final class Block {
        static final int SPAN = 0, LABEL = 8, TEXT = 16, FIRST_PAGE = 24, LAST_PAGE = 28, PARAGRAPH = 32;
        static final int KIND = 36, OUTLINE_LEVEL = 38, SIZE = 40;
    }

    static final class Anchor {
        static final int SPAN = 0, PAGE = 8, LEFT = 12, TOP = 16, RIGHT = 20, BOTTOM = 24, SIZE = 28;
    }

    static final class Footnote {
        static final int TEXT = 0, AT = 8, SIZE = 12;
    }

    static final class Warning {
        static final int MESSAGE = 0, PAGE = 8, KIND = 12, SIZE = 16;
    }

    static final class Metadata {
        static final int TITLE = 0, PUBLISHED = 8, SOURCE = 16, SIZE = 24;
    }

    static final class IndicatorDefinition {
        static final int ID = 0, NAME = 8, UNIT = 16, DEFINITION = 24, TOPIC = 32, SIZE = 36;
    }

    static final class Rule {
        static final int ID = 0, NAME = 8, CHECKS = 16, VERDICTS = 24, GOOD = 32, BAD = 40, KIND = 48, SIZE = 52;
    }
}
