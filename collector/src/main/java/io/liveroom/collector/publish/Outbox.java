package io.liveroom.collector.publish;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where records wait until Kafka has them. Who puts one in never waits: a thread of its own hands
 * them to the producer, and it may be held up there for as long as Kafka is away. What Kafka
 * refuses for any reason but the record itself, such as a topic that is missing or a right that was
 * withdrawn, is tried again, before what is still in line; by a new producer, if the old one can't
 * recover. Bounded because reading stops while much waits ({@link Pressure}). Safe for all threads.
 */
public final class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration GATHERING = Duration.ofMillis(1); // waking up for each costs most
  private static final Duration PAUSE = Duration.ofSeconds(1); // before refused ones go again
  private static final int OVERHEAD = 512; // bytes of a waiting record besides its value

  private final Supplier<Producer<String, byte[]>> producers;
  private final Pressure pressure;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Tickets tickets = new Tickets();
  private final AtomicInteger underWay = new AtomicInteger(); // with the producer

  private Deque<Delivery> line = new ArrayDeque<>(); // by the thread only
  private Deque<Delivery> waiting = new ArrayDeque<>(); // guarded by this
  private final List<Delivery> refused = new ArrayList<>(); // guarded by this, in their order
  private volatile boolean hasRefused;
  private volatile boolean isBroken; // the producer, so that trying again is of no use
  private volatile boolean isAbandoned; // closed, and the deadline has passed
  private volatile @Nullable String trouble;
  private volatile Producer<String, byte[]> producer;

  /** Who hears what became of a record, once, on any thread. */
  interface Receipt {

    /** Kafka has it. */
    void acknowledged();

    /** Kafka will never have it. */
    void failed(Exception failure);
  }

  /**
   * One record on its way.
   *
   * @param isReceived it came from the platform, so it is part of the balance
   */
  record Delivery(ProducerRecord<String, byte[]> record, Receipt receipt, boolean isReceived) {

    private int bytes() {
      byte[] value = record.value();
      return OVERHEAD + (value == null ? 0 : value.length);
    }
  }

  /**
   * @param producers makes the producer, and another one should it fail for good
   */
  public Outbox(Supplier<Producer<String, byte[]>> producers, Pressure pressure) {
    this.producers = producers;
    this.pressure = pressure;
    this.producer = producers.get();
    this.thread = new Thread(this::run, "outbox");
    thread.setDaemon(true);
    thread.start();
  }

  /** For what only reads. */
  Producer<String, byte[]> producer() {
    return producer;
  }

  Pressure pressure() {
    return pressure;
  }

  /** Why records do not get through now; empty where they do. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Of the records from the platform that are at hand, here and before they get here. */
  Tickets tickets() {
    return tickets;
  }

  /** Puts records in, in their order; fails them once this is closed. */
  void put(List<Delivery> deliveries) {
    long bytes = 0;
    int received = 0;
    for (Delivery delivery : deliveries) {
      bytes += delivery.bytes();
      received += delivery.isReceived() ? 1 : 0;
    }
    pressure.add(bytes);
    tickets.open(received);
    if (!isTaken(deliveries)) {
      deliveries.forEach(delivery -> end(delivery, tooLate()));
    }
  }

  private synchronized boolean isTaken(List<Delivery> deliveries) {
    if (isAbandoned) {
      return false;
    }
    if (waiting.isEmpty()) {
      notifyAll();
    }
    waiting.addAll(deliveries);
    return true;
  }

  /** Everything gets through, or fails when the deadline has passed. */
  void close(Duration deadline) {
    long end = System.nanoTime() + deadline.toNanos();
    closing.countDown();
    synchronized (this) {
      notifyAll();
    }
    join(deadline);
    synchronized (this) {
      isAbandoned = true;
    }
    producer.close(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    thread.interrupt();
    join(PAUSE);
    abandon();
  }

  private void join(Duration limit) {
    try {
      thread.join(Math.max(1, limit.toMillis()));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (refill()) {
        while (!line.isEmpty() && !hasRefused) {
          ship(line.remove());
        }
      }
    } catch (InterruptedException | InterruptException abandoned) {
      LOG.debug("abandoned", abandoned);
    }
  }

  /** Waits for something to ship; false when there is nothing left, and nothing will come. */
  private boolean refill() throws InterruptedException {
    if (hasRefused) {
      takeBack();
    }
    synchronized (this) {
      while (line.isEmpty() && waiting.isEmpty() && !hasRefused && !isDone()) {
        wait();
      }
    }
    gather();
    return !line.isEmpty() || hasRefused;
  }

  /** Takes what is waiting, after others had time to join it. */
  private void gather() throws InterruptedException {
    if (line.isEmpty()) {
      Thread.sleep(GATHERING.toMillis());
    }
    synchronized (this) {
      if (line.isEmpty()) {
        Deque<Delivery> emptied = line;
        line = waiting;
        waiting = emptied;
      }
    }
  }

  private boolean isDone() {
    return closing.getCount() == 0 && underWay.get() == 0;
  }

  /** What was refused goes first, once everything else that is with the producer is settled. */
  private void takeBack() throws InterruptedException {
    synchronized (this) {
      while (underWay.get() > 0) {
        wait();
      }
      for (int last = refused.size() - 1; last >= 0; last--) {
        line.addFirst(refused.get(last));
      }
      refused.clear();
      hasRefused = false;
    }
    Thread.sleep(PAUSE.toMillis());
    if (isBroken) {
      isBroken = false;
      replace();
    }
  }

  private void ship(Delivery delivery) {
    underWay.incrementAndGet();
    try {
      producer.send(delivery.record(), (metadata, failure) -> settle(delivery, failure));
    } catch (InterruptException abandoned) {
      settle(delivery, abandoned);
      throw abandoned;
    } catch (KafkaException | IllegalStateException failure) {
      settle(delivery, failure);
    }
  }

  private void settle(Delivery delivery, @Nullable Exception failure) {
    if (failure == null || isTheRecordsFault(failure) || isAbandoned) {
      end(delivery, failure);
      hasSettled(failure == null);
    } else {
      isBroken |= !(failure instanceof RetriableException);
      synchronized (this) {
        refused.add(delivery);
        hasRefused = true;
      }
      tellOf(failure);
      hasSettled(false);
    }
  }

  private void hasSettled(boolean isGood) {
    if (isGood && trouble != null && !hasRefused) {
      trouble = null;
      LOG.info("Kafka takes records again");
    }
    if (underWay.decrementAndGet() == 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  private void end(Delivery delivery, @Nullable Exception failure) {
    if (failure == null) {
      delivery.receipt().acknowledged();
    } else {
      delivery.receipt().failed(failure);
    }
    if (delivery.isReceived()) {
      tickets.close(1);
    }
    pressure.remove(delivery.bytes());
  }

  private void tellOf(Exception failure) {
    if (trouble == null) {
      trouble = "Kafka refuses records: " + failure.getClass().getSimpleName();
      LOG.warn("{}; they wait and are tried again", trouble, failure);
    }
  }

  /** Whether trying again is of no use: no broker would ever take this record. */
  static boolean isTheRecordsFault(Exception failure) {
    return failure instanceof SerializationException
        || failure instanceof RecordTooLargeException
        || failure instanceof RecordBatchTooLargeException
        || failure instanceof InvalidRecordException;
  }

  /** An idempotent producer that has failed for good says so for every record from then on. */
  private void replace() {
    if (!isAbandoned) {
      producer.close(Duration.ZERO);
      producer = producers.get();
    }
  }

  /** After the deadline: whatever is left fails. */
  private void abandon() {
    List<Delivery> left = new ArrayList<>(line);
    synchronized (this) {
      left.addAll(refused);
      left.addAll(waiting);
      refused.clear();
      waiting = new ArrayDeque<>();
    }
    line.clear();
    left.forEach(delivery -> end(delivery, tooLate()));
  }

  private static KafkaException tooLate() {
    return new KafkaException("closed before it got through");
  }
}
