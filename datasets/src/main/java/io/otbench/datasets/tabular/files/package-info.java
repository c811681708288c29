/**
 * Readers of tables: NPY, NPZ, CSV, gzip and HDF5. What a file announces is checked against what
 * its set can be before memory is filled. Start at {@link
 * io.otbench.datasets.tabular.files.TableSource}.
 */
@NullMarked
package io.otbench.datasets.tabular.files;

import org.jspecify.annotations.NullMarked;
