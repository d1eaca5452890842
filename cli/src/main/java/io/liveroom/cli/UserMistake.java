package io.liveroom.cli;

/**
 * Something a person can put right: the message says in one sentence what, where and what to do. It
 * is printed without a stack trace.
 */
public final class UserMistake extends RuntimeException {

  private final ExitCode exitCode;

  public UserMistake(ExitCode exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  public UserMistake(ExitCode exitCode, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
