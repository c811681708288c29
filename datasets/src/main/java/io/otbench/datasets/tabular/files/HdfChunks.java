package io.otbench.datasets.tabular.files;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures the chunks of a data set before they are read: the library unpacks each into memory, as
 * far as it goes, whatever its shape says.
 *
 * @param rows two-dimensional data set
 * @param chunk shape of a chunk
 * @param chunkBytes bytes of an unpacked chunk
 */
// An array in a record compares by identity, which is what is meant: these are not compared.
@SuppressWarnings("ArrayRecordComponent")
record HdfChunks(ChunkedDataset rows, int[] chunk, long chunkBytes) {

  private static final int DEFLATE = 1;

  /** Deflate, byte shuffle and Fletcher's checksum; all others make as much as they announce. */
  private static final Set<Integer> MEASURABLE = Set.of(DEFLATE, 2, 3);

  /** What Fletcher's checksum adds to a chunk. */
  private static final int CHECKSUM_BYTES = 4;

  private static final int BLOCK_BYTES = 1 << 13;

  /**
   * What is wrong with the chunks: one is more than its shape says, is packed in a way that cannot
   * be measured, or lies outside the data set.
   */
  Optional<String> problem() {
    List<PipelineFilterWithData> filters = rows.getFilters();
    for (PipelineFilterWithData filter : filters) {
      if (!MEASURABLE.contains(filter.getId())) {
        return Optional.of(
            "must have chunks that are plain, shuffled or in gzip but has the filter "
                + filter.getName());
      }
    }
    long deflates = filters.stream().filter(filter -> filter.getId() == DEFLATE).count();
    if (deflates > 1) {
      return Optional.of(
          "must have chunks that are deflated once but are %d times".formatted(deflates));
    }
    return misfit(deflates > 0);
  }

  private Optional<String> misfit(boolean deflated) {
    long most = chunkBytes + CHECKSUM_BYTES;
    long stored = 0;
    int[] shape = rows.getDimensions();
    for (int i = 0; i < shape[0]; i += chunk[0]) {
      for (int j = 0; j < shape[1]; j += chunk[1]) {
        ByteBuffer packed = rows.getRawChunkBuffer(new int[] {i, j});
        stored += packed.remaining();
        if ((deflated ? inflatedBytes(packed, most) : packed.remaining()) > most) {
          return Optional.of(
              "must have chunks of %d bytes but the one at row %d, column %d has more"
                  .formatted(chunkBytes, i + 1, j + 1));
        }
      }
    }
    // The library unpacks what is listed outside the shape too.
    long listed = rows.getStorageInBytes();
    return stored == listed
        ? Optional.empty()
        : Optional.of(
            "must have the %d bytes of the chunks within its shape but has %d"
                .formatted(stored, listed));
  }

  /** Bytes of a deflated chunk, or more than {@code most} as soon as there are more. */
  private static long inflatedBytes(ByteBuffer packed, long most) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] block = new byte[BLOCK_BYTES];
      while (!inflater.finished() && inflater.getBytesWritten() <= most) {
        if (inflater.inflate(block) == 0) {
          throw new IllegalArgumentException("a deflated chunk is cut");
        }
      }
      return inflater.getBytesWritten();
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("a chunk is not deflated", e);
    } finally {
      inflater.end();
    }
  }
}
