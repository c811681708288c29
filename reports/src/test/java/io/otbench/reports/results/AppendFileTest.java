package io.otbench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendFileTest {
  @TempDir Path temp;

  @Test
  void fullDiskLeavesTheFileAsItWas() throws IOException {
    Path path = Files.writeString(temp.resolve("rows.csv"), "header\n");
    FullDisk disk = new FullDisk(FileChannel.open(path, StandardOpenOption.WRITE), 12);
    try (AppendFile file = new AppendFile(disk)) {
      file.append("ab\n");
      assertThatThrownBy(() -> file.append("a longer line\n"))
          .hasMessage("No space left on device");
      assertThat(path).hasContent("header\nab");

      disk.capacity = 100;
      file.append("cd\n");
    }
    assertThat(path).hasContent("header\nab\ncd");
  }

  @Test
  void bytesThatCouldNotBeCutOffAreOverwritten() throws IOException {
    Path path = Files.writeString(temp.resolve("rows.csv"), "header\n");
    FullDisk disk = new FullDisk(FileChannel.open(path, StandardOpenOption.WRITE), 12);
    try (AppendFile file = new AppendFile(disk)) {
      disk.truncates = 1;
      assertThatThrownBy(() -> file.append("a longer line\n"))
          .hasMessage("No space left on device")
          .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
      assertThat(path).hasContent("header\na lon");

      disk.truncates = 10;
      file.append("cd\n");
    }
    assertThat(path).hasContent("header\ncd");
  }

  /** A file on a disk with room for so many bytes, which writes them in pieces of three. */
  private static final class FullDisk extends FileChannel {
    private final FileChannel file;
    private long capacity;
    private int truncates = 10;

    FullDisk(FileChannel file, long capacity) {
      this.file = file;
      this.capacity = capacity;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
      int room = (int) Math.min(3, capacity - position);
      if (room <= 0) {
        throw new IOException("No space left on device");
      }
      int count = Math.min(room, bytes.remaining());
      ByteBuffer piece = bytes.slice(bytes.position(), count);
      bytes.position(bytes.position() + count);
      return file.write(piece, position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      if (truncates-- == 0) {
        throw new IOException("Input/output error");
      }
      file.truncate(size);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }

    @Override
    public int read(ByteBuffer bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] buffers, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] buffers, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long newPosition) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer bytes, long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }
  }
}
