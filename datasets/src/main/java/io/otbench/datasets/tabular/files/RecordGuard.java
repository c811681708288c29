package io.otbench.datasets.tabular.files;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Refuses text in which one line goes on without end, before the parser has filled memory. */
final class RecordGuard extends FilterReader {

  /** 1 024 columns of 64 characters each. */
  static final int MAX_LINE = 1 << 16;

  private final TableSource source;
  private int sinceRecord;

  RecordGuard(TableSource source, Reader text) {
    super(text);
    this.source = source;
  }

  /** Says that the parser has come to the end of a line. */
  void endRecord() {
    sinceRecord = 0;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    // The parser reads ahead, so a line is over the limit only when all that was read since the
    // last one is.
    if (sinceRecord > MAX_LINE) {
      throw source.refusal("must have lines of at most %d characters".formatted(MAX_LINE));
    }
    int read = super.read(buffer, offset, Math.min(length, 1 << 13));
    sinceRecord += Math.max(read, 0);
    return read;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }
}
