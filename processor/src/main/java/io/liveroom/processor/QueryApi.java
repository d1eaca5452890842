package io.liveroom.processor;

import io.liveroom.processor.api.ApiServer;
import io.liveroom.processor.api.ApiSettings;
import io.liveroom.processor.runtime.DerivedStream;
import io.liveroom.processor.view.RoomBoard;
import io.liveroom.processor.view.View;
import io.liveroom.processor.view.ViewTopology;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.kafka.streams.StreamsBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The query API: the application that keeps what is asked for, and the server that answers. The
 * server comes first, as its address is part of the application's settings.
 */
final class QueryApi implements AutoCloseable {

  static final String NAME = ViewTopology.NAME;

  private final ApiSettings settings;
  private final Topics topics;
  private final RecordSerdes serdes;
  private final BiFunction<String, Consumer<StreamsBuilder>, DerivedStream> streams;
  private final RoomBoard board = new RoomBoard();
  private final ApiServer server;
  private @Nullable DerivedStream stream; // guarded by this
  private boolean isListening; // guarded by this

  /**
   * @param streams makes an application for an address, from its shape
   */
  QueryApi(
      ApiSettings settings,
      Topics topics,
      RecordSerdes serdes,
      MeterRegistry meters,
      BiFunction<String, Consumer<StreamsBuilder>, DerivedStream> streams) {
    this.settings = settings;
    this.topics = topics;
    this.serdes = serdes;
    this.streams = streams;
    this.server = new ApiServer(settings, Clock.systemUTC(), meters);
    Gauge.builder("liveroom.api.rooms", board::size)
        .description("rooms that this instance answers for")
        .register(meters);
  }

  /** Takes the address; returns it as a URL. */
  synchronized String listen() throws IOException, InterruptedException {
    if (!isListening) {
      server.listen();
      isListening = true;
    }
    return server.url();
  }

  synchronized void start() {
    try {
      listen();
    } catch (IOException e) {
      throw new UncheckedIOException("the query API can't listen at " + settings.host(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting the query API", e);
    }
    ViewTopology topology = new ViewTopology(topics, settings.keep(), board, Clock.systemUTC());
    DerivedStream view =
        streams.apply(server.address(), builder -> topology.addTo(builder, serdes));
    stream = view;
    server.serve(new View(view.stores(), board, topics, serdes));
    view.start();
  }

  synchronized ProcessorHealth.Application health() {
    return stream == null
        ? new ProcessorHealth.Application(true, false, "not started")
        : Processor.application(stream);
  }

  @Override
  public void close() {
    server.close();
    DerivedStream open;
    synchronized (this) {
      open = stream;
    }
    if (open != null) {
      open.close();
    }
  }
}
