package dev.vigia.connect.csv;

import java.util.List;

/** What lines that follow one another come to, and of which keys they speak. */
record MappedLines(List<MappedLine> lines, SaidKeys keys) {}
