package io.liveroom.benchmarks.ceiling;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * JSON parsing alone: every token of recorded frames, texts and numbers taken, nothing kept.
 * Arguments: file of frames, threads, seconds, file for the rate in messages a second.
 */
public final class ParsingMain {

  private static final Pattern MESSAGE = Pattern.compile("\"(?:msg_id|tid)\"\\s*:");

  private ParsingMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<byte[]> frames = read(Path.of(arguments[0]));
    long messages = frames.stream().mapToLong(ParsingMain::messages).sum();
    int threads = Integer.parseInt(arguments[1]);
    long seconds = Long.parseLong(arguments[2]);
    var done =
        Rate.start(
            threads,
            () -> {
              for (byte[] frame : frames) {
                parse(frame);
              }
              return messages;
            });
    Rate.tell(Path.of(arguments[3]), Rate.measure(done::sum, 4, seconds));
  }

  private static long messages(byte[] frame) {
    return MESSAGE
        .matcher(new String(frame, java.nio.charset.StandardCharsets.UTF_8))
        .results()
        .count();
  }

  private static long parse(byte[] frame) throws IOException {
    long taken = 0;
    try (JsonParser parser = LenientJson.MAPPER.createParser(frame)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token.isScalarValue() || token == JsonToken.FIELD_NAME) {
          taken += parser.getText().length();
        }
        token = parser.nextToken();
      }
    }
    return taken;
  }

  private static List<byte[]> read(Path file) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      while (true) {
        frames.add(in.readNBytes(in.readInt()));
      }
    } catch (EOFException end) {
      return frames;
    }
  }
}
