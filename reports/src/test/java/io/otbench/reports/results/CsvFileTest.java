package io.otbench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  private static final List<String> COLUMNS = List.of("a", "b", "c");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3",
        ",,",
        " 1 ,\t2,3 ",
        "1,,\r",
        "#1,'2',\\3",
        "\"1,5\",\"a \"\"b\"\"\",",
        "Ωπ,é,中"
      })
  void aLineHasTheFieldsThatAParserFinds(String line) throws IOException {
    List<String> parsed;
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(line))) {
      parsed = parser.getRecords().get(0).toList();
    }

    assertThat(parsed).hasSize(3);
    assertThat(read(line).lines()).extracting(CsvLine::fields).containsExactly(parsed);
  }

  private CsvFile read(String... lines) throws IOException {
    Path file = folder.resolve("some.csv");
    Files.writeString(
        file, CsvFile.header(COLUMNS) + String.join("\n", Arrays.asList(lines)) + "\n");
    return CsvFile.read(file, COLUMNS);
  }
}
