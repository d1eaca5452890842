package io.liveroom.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends log lines to one place, in one form. */
public final class Logs {

  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{24} - %msg%n%ex";
  private static final FileSize FILE_SIZE = FileSize.valueOf("20MB");
  private static final int OLD_FILES = 3;

  private static final String REGISTRY_CLIENT =
      "io.confluent.kafka.schemaregistry.client.rest.RestService";

  /** Libraries that say at INFO, WARN or even ERROR what is normal at a start or an end. */
  private static final Map<String, Level> LIBRARIES =
      Map.ofEntries(
          Map.entry("org.apache", Level.WARN),
          Map.entry("kafka", Level.WARN),
          Map.entry("state.change.logger", Level.WARN),
          Map.entry("org.apache.kafka.clients.NetworkClient", Level.ERROR),
          Map.entry("org.apache.kafka.clients.admin.AdminClientConfig", Level.ERROR),
          // a topic that Streams has just made, and the broker does not know yet
          Map.entry("org.apache.kafka.clients.admin.internals.PartitionLeaderStrategy", Level.OFF),
          Map.entry("io.netty", Level.WARN),
          Map.entry("io.vertx", Level.WARN),
          Map.entry("io.confluent", Level.WARN),
          Map.entry("io.smallrye", Level.WARN),
          Map.entry("org.apache.kafka.streams.StreamsConfig", Level.ERROR),
          Map.entry("org.apache.kafka.streams.processor.internals.StateDirectory", Level.ERROR),
          Map.entry("io.vertx.core.http.impl.HttpClientConnection", Level.ERROR));

  private Logs() {}

  /** What a short command does: only errors, on standard error. */
  static void quiet(LoggerContext context) {
    context.reset();
    context.getLogger(REGISTRY_CLIENT).setLevel(Level.OFF); // the command says it in a sentence
    attach(context, standardError(context, text(context)), Level.ERROR);
  }

  /**
   * Log lines of a role, on standard error.
   *
   * @param format text or json
   * @param level least level of liveroom's own code
   */
  public static void toStandardError(String format, String level) {
    LoggerContext context = fresh(level);
    attach(context, standardError(context, encoder(context, format)), Level.INFO);
  }

  /** Log lines into a file, which is rolled over so that a disk does not fill. */
  public static void toFile(Path file, String format, String level) {
    LoggerContext context = fresh(level);
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder(context, format));
    appender.setTriggeringPolicy(trigger(context));
    appender.setRollingPolicy(rolling(context, file, appender));
    attach(context, appender, Level.INFO);
  }

  private static LoggerContext fresh(String level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    LIBRARIES.forEach((name, least) -> context.getLogger(name).setLevel(least));
    context.getLogger("io.liveroom").setLevel(Level.valueOf(level.toUpperCase(Locale.ROOT)));
    Thread.setDefaultUncaughtExceptionHandler(Logs::ended);
    return context;
  }

  /** What ends a thread is told in the log's place and form; Java alone would print it. */
  private static void ended(Thread thread, Throwable failure) {
    LoggerFactory.getLogger(Logs.class).error("thread {} has ended", thread.getName(), failure);
  }

  private static void attach(
      LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, Level level) {
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(level);
    root.addAppender(appender);
  }

  private static ConsoleAppender<ILoggingEvent> standardError(
      LoggerContext context, Encoder<ILoggingEvent> encoder) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    return appender;
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, String format) {
    return "json".equals(format) ? json(context) : text(context);
  }

  private static Encoder<ILoggingEvent> text(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithContext(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithSequenceNumber(false);
    encoder.start();
    return encoder;
  }

  private static SizeBasedTriggeringPolicy<ILoggingEvent> trigger(LoggerContext context) {
    SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
    trigger.setContext(context);
    trigger.setMaxFileSize(FILE_SIZE);
    trigger.start();
    return trigger;
  }

  private static FixedWindowRollingPolicy rolling(
      LoggerContext context, Path file, RollingFileAppender<ILoggingEvent> appender) {
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMinIndex(1);
    rolling.setMaxIndex(OLD_FILES);
    rolling.start();
    return rolling;
  }
}
