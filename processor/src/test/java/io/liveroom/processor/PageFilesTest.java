package io.liveroom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page as files: whole, and asking nobody but the server it came from. */
final class PageFilesTest {

  private static final Pattern REFERENCE =
      Pattern.compile("(?:\\bfrom '|\\bimport '|\\bsrc=\"|\\bhref=\")([^#'\"]+)['\"]");
  private static final Pattern OTHER_HOST = Pattern.compile("(?:https?:)?//[a-z0-9-]+\\.[a-z]");
  private static final Pattern INLINE =
      Pattern.compile("<script>|<style|\\sstyle=|\\son[a-z]+=|innerHTML|\\beval\\(");
  private static final Pattern WORD =
      Pattern.compile("^ {2}([A-Za-z0-9_]+): \\[([^\\]]+)],$", Pattern.MULTILINE);
  private static final Pattern TEXT = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'");

  @Test
  void references_everyFile_exist() {
    List<Path> referred =
        ours().stream()
            .flatMap(file -> matches(REFERENCE, file).map(m -> file.resolveSibling(m.group(1))))
            .toList();

    assertThat(referred).hasSizeGreaterThan(50).allSatisfy(file -> assertThat(file).exists());
    assertThat(page().resolve("lib/uplot/LICENSE")).exists();
  }

  @Test
  void files_ofOurs_nameNoOtherHostAndNothingInline() {
    for (Path file : ours()) {
      String text = read(file).replace("http://www.w3.org/2000/svg", "");

      assertThat(OTHER_HOST.matcher(text).results().map(MatchResult::group))
          .as("%s", file)
          .isEmpty();
      assertThat(INLINE.matcher(text).results().map(MatchResult::group)).as("%s", file).isEmpty();
    }
  }

  @Test
  void words_everyKey_areThereInBothLanguages() {
    List<MatchResult> words = matches(WORD, page().resolve("js/words.js")).toList();

    assertThat(words).hasSizeGreaterThan(200);
    assertThat(words)
        .allSatisfy(
            word ->
                assertThat(TEXT.matcher(word.group(2)).results())
                    .as(word.group(1))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .hasSizeLessThanOrEqualTo(4)
                    .noneMatch(text -> text.group().length() == 2));
  }

  /** Everything but the library. */
  private static List<Path> ours() {
    try (Stream<Path> files = Files.walk(page())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(page().resolve("lib")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path page() {
    try {
      return Path.of(PageFilesTest.class.getResource("/web").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<MatchResult> matches(Pattern pattern, Path file) {
    return pattern.matcher(read(file)).results();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
