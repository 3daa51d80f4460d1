/**
 * Reads the annual reports on rule-of-law government (法治政府建设年度报告) of Chinese governments and their departments
 * into typed reports. Start with {@link org.fazhi.Report#parse(java.nio.file.Path)}.
 *
 * <p>Positions are indices into the Java string of the text, as {@link java.lang.String#substring(int, int)} takes them.
 * Values and lists are immutable copies: any thread may use them, also after the report they came from was closed.
 * A damaged, odd or empty text is no error: it gives a smaller report, and notes.
 */
package org.fazhi;
