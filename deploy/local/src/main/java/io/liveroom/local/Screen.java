package io.liveroom.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Where the table is drawn: a terminal, redrawn in place on its second screen, or a stream that
 * gets the whole table now and then.
 */
final class Screen implements AutoCloseable {

  private static final String ENTER = "\u001b[?1049h\u001b[?25l";
  private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE_END = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final int STREAM_WIDTH = 140;

  private final Terminal terminal;
  private final PrintStream out;
  private final boolean isLive;
  private boolean isEntered; // guarded by this
  private boolean isClosed; // guarded by this

  private Screen(Terminal terminal, PrintStream out, boolean isLive) {
    this.terminal = terminal;
    this.out = out;
    this.isLive = isLive;
  }

  static Screen open(PrintStream out) {
    try {
      Terminal terminal =
          TerminalBuilder.builder().system(true).dumb(true).nativeSignals(false).build();
      boolean isLive =
          !Terminal.TYPE_DUMB.equals(terminal.getType())
              && !Terminal.TYPE_DUMB_COLOR.equals(terminal.getType());
      return new Screen(terminal, out, isLive);
    } catch (IOException e) {
      throw new UncheckedIOException("can't ask the terminal", e);
    }
  }

  /** Whether it is redrawn in place. */
  boolean isLive() {
    return isLive;
  }

  int width() {
    Size size = terminal.getSize();
    return isLive && size.getColumns() > 0 ? size.getColumns() : STREAM_WIDTH;
  }

  /** Lines there are; 0 on a stream. */
  int height() {
    return isLive ? Math.max(10, terminal.getSize().getRows()) : 0;
  }

  synchronized void draw(List<String> lines) {
    if (isClosed) {
      return;
    }
    out.print(isLive ? inPlace(lines) : String.join("\n", lines) + "\n\n");
    out.flush();
  }

  /** One write for all, nothing cleared before it is written over: no flicker. */
  private String inPlace(List<String> lines) {
    StringBuilder text = new StringBuilder(isEntered ? HOME : ENTER + HOME);
    isEntered = true;
    text.append(String.join(CLEAR_LINE_END + "\r\n", lines));
    return text.append(CLEAR_LINE_END).append(CLEAR_BELOW).toString();
  }

  /** Gives the terminal back as it was. */
  @Override
  public synchronized void close() {
    isClosed = true;
    if (isEntered) {
      out.print(LEAVE);
      out.flush();
    }
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException("can't give the terminal back", e);
    }
  }
}
