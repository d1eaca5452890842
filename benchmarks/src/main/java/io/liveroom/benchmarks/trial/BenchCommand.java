package io.liveroom.benchmarks.trial;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: the trials by name. */
@Command(
    name = "liveroom bench",
    synopsisSubcommandLabel = "TRIAL",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the product under load and trouble on this machine, and writes what was seen",
      "to benchmarks/results. Needs a quiet machine; takes minutes."
    })
public final class BenchCommand implements Callable<Integer> {

  private final CommandLine.Help.Ansi plain = CommandLine.Help.Ansi.OFF;
  private final PrintStream out;

  private BenchCommand(PrintStream out) {
    this.out = out;
  }

  public static CommandLine commandLine(PrintStream out) {
    CommandLine bench =
        new CommandLine(new BenchCommand(out))
            .addSubcommand("sockets", new Sockets(out))
            .addSubcommand("workers", new Workers(out))
            .addSubcommand("outage", new Outage(out))
            .addSubcommand("broker-away", new BrokerAway(out))
            .addSubcommand("throughput", new Throughput(out))
            .addSubcommand("decode", new Decode(out))
            .addSubcommand("processor", new ProcessorDrain(out))
            .addSubcommand("processor-kills", new ProcessorKills(out))
            .addSubcommand("processor-state", new ProcessorState(out))
            .addSubcommand("latency", new Latency(out))
            .addSubcommand("end-to-end", new EndToEnd(out))
            .addSubcommand("growth", new Growth(out))
            .addSubcommand("start", new Start(out))
            .addSubcommand("all", new All(out));
    bench
        .getSubcommands()
        .values()
        .forEach(trial -> trial.getCommandSpec().mixinStandardHelpOptions(true));
    return bench;
  }

  @Override
  public Integer call() {
    commandLine(out).usage(out, plain);
    return CommandLine.ExitCode.USAGE;
  }

  /** What every trial can be told. */
  private abstract static class Options implements Callable<Integer> {

    private final PrintStream out;

    @Option(
        names = "--results",
        defaultValue = "benchmarks/results",
        description = "Folder of the JSON; ${DEFAULT-VALUE}.")
    private Path results = Path.of("benchmarks/results");

    Options(PrintStream out) {
      this.out = out;
    }

    abstract Trial trial(PrintStream say);

    @Override
    public Integer call() throws Exception {
      trial(System.err).play().finish(out, results);
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(
      name = "decode",
      description = "Bytes of each endpoint to records, beside Jackson alone over the same bytes.")
  private static final class Decode extends Options {

    @Option(names = "--seconds", defaultValue = "1", description = "Of each repetition.")
    private int seconds;

    Decode(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new DecodeTrial(Duration.ofSeconds(seconds));
    }
  }

  @Command(name = "sockets", description = "How many sockets one worker holds, and their cost.")
  private static final class Sockets extends Options {

    @Option(names = "--rooms", split = ",", defaultValue = "1000,3000,10000")
    private List<Integer> rooms = List.of();

    @Option(names = "--rate", defaultValue = "1500", description = "Messages/s at the most rooms.")
    private double rate;

    @Option(names = "--minutes", defaultValue = "1")
    private double minutes;

    Sockets(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new SocketsTrial(rooms, rate, length(minutes), say);
    }
  }

  @Command(
      name = "workers",
      description = "Three workers: one killed, all restarted in turn, two more and gone again.")
  private static final class Workers extends Options {

    @Option(names = "--rooms", defaultValue = "3000")
    private int rooms;

    @Option(names = "--rate", defaultValue = "1000", description = "Messages/s.")
    private double rate;

    Workers(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new WorkersTrial(rooms, rate, say);
    }
  }

  @Command(name = "outage", description = "The platform away: how sockets come back.")
  private static final class Outage extends Options {

    @Option(names = "--rooms", defaultValue = "5000")
    private int rooms;

    @Option(names = "--rate", defaultValue = "1000", description = "Messages/s.")
    private double rate;

    @Option(names = "--minutes", defaultValue = "1", description = "How long it is away.")
    private double minutes;

    @Option(names = "--connects", defaultValue = "100", description = "Connects/s allowed.")
    private int connects;

    @Option(names = "--requests", defaultValue = "300", description = "Requests/s allowed.")
    private int requests;

    Outage(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new OutageTrial(rooms, rate, connects, requests, length(minutes), say);
    }
  }

  @Command(name = "broker-away", description = "Kafka away for minutes: nothing received is lost.")
  private static final class BrokerAway extends Options {

    @Option(names = "--rooms", defaultValue = "5000")
    private int rooms;

    @Option(names = "--rate", defaultValue = "5000", description = "Messages/s.")
    private double rate;

    @Option(names = "--minutes", defaultValue = "10", description = "How long it is away.")
    private double minutes;

    @Option(
        names = "--way",
        split = ",",
        defaultValue = "STOPPED,FROZEN",
        description = "${COMPLETION-CANDIDATES}.")
    private List<BrokerAwayTrial.Way> ways = List.of();

    BrokerAway(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new BrokerAwayTrial(rooms, rate, length(minutes), ways, say);
    }
  }

  @Command(
      name = "throughput",
      description = "Socket to acknowledgement at full speed, beside its parts alone.")
  private static final class Throughput extends Options {

    @Option(names = "--rooms", defaultValue = "200")
    private int rooms;

    @Option(names = "--minutes", defaultValue = "0.5", description = "Of each measurement.")
    private double minutes;

    @Option(names = "--repetitions", defaultValue = "3")
    private int repetitions;

    @Option(names = "--recording", description = "Leaves a flight recording of the worker here.")
    private @Nullable Path recording;

    Throughput(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new ThroughputTrial(
          rooms, length(minutes), repetitions, Optional.ofNullable(recording), say);
    }
  }

  /** Trials over a backlog that lies in the topics. */
  private abstract static class OfBacklog extends Options {

    @Option(names = "--rooms", defaultValue = "500")
    private int rooms;

    @Option(names = "--minutes", defaultValue = "10", description = "Of broadcast, in event time.")
    private double minutes;

    @Option(names = "--rate", defaultValue = "1500", description = "Messages/s in event time.")
    private double rate;

    OfBacklog(PrintStream out) {
      super(out);
    }

    Backlog backlog() {
      return Backlog.of(rooms, length(minutes), rate);
    }
  }

  @Command(
      name = "processor",
      description = "A backlog drained exactly once, beside consumers that do nothing.")
  private static final class ProcessorDrain extends OfBacklog {

    @Option(names = "--repetitions", defaultValue = "3")
    private int repetitions;

    @Option(names = "--recording", description = "Leaves a flight recording of the processor here.")
    private @Nullable Path recording;

    @Option(
        names = "--flink",
        description = "Beside the same figures on Flink, with so many ms between checkpoints.")
    private @Nullable Long flink;

    ProcessorDrain(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new ProcessorTrial(
          backlog(),
          repetitions,
          Optional.ofNullable(recording),
          Optional.ofNullable(flink).map(Duration::ofMillis),
          say);
    }
  }

  @Command(
      name = "processor-kills",
      description = "The processor killed ten times at full load, with and without a standby.")
  private static final class ProcessorKills extends OfBacklog {

    @Option(names = "--kills", defaultValue = "10")
    private int kills;

    ProcessorKills(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new ProcessorKillsTrial(backlog(), kills, say);
    }
  }

  @Command(
      name = "processor-state",
      description = "A minute of many rooms: memory, disk, and how long a restart takes.")
  private static final class ProcessorState extends Options {

    @Option(names = "--rooms", defaultValue = "10000")
    private int rooms;

    @Option(names = "--rate", defaultValue = "5000", description = "Messages/s.")
    private int rate;

    @Option(names = "--goods", defaultValue = "6", description = "On each room's shelf.")
    private int goods;

    ProcessorState(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new StateTrial(rooms, rate, goods, say);
    }
  }

  @Command(
      name = "latency",
      description = "How long after a message its minute can be read, at several rates.")
  private static final class Latency extends Options {

    @Option(names = "--rooms", defaultValue = "500")
    private int rooms;

    @Option(names = "--rates", split = ",", defaultValue = "1000,5000", description = "Messages/s.")
    private List<Integer> rates = List.of();

    @Option(
        names = "--hot",
        defaultValue = "1",
        description = "Times that one room is as talkative as each of the others.")
    private double hot;

    @Option(names = "--minutes", defaultValue = "1", description = "Of each measurement.")
    private double minutes;

    Latency(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new LatencyTrial(rooms, rates, hot, length(minutes), say);
    }
  }

  @Command(
      name = "end-to-end",
      description = "From a message on the platform's socket to the topic, and to the live page.")
  private static final class EndToEnd extends Options {

    @Option(names = "--rooms", defaultValue = "500")
    private int rooms;

    @Option(
        names = "--sustained",
        defaultValue = "" + SuiteTrial.SUSTAINED,
        description = "Messages/s of which 10, 50 and 90 % are measured; ${DEFAULT-VALUE}.")
    private int sustained;

    @Option(names = "--minutes", defaultValue = "0.33", description = "Of each of 3 stretches.")
    private double minutes;

    EndToEnd(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new EndToEndTrial(rooms, sustained, length(minutes), say);
    }
  }

  @Command(name = "growth", description = "What a worker and a processor take of more rooms.")
  private static final class Growth extends Options {

    @Option(names = "--rooms", split = ",", defaultValue = "100,1000,3000,10000")
    private List<Integer> rooms = List.of();

    @Option(names = "--rate", defaultValue = "0.2", description = "Messages/s of a room.")
    private double rate;

    @Option(names = "--minutes", defaultValue = "1")
    private double minutes;

    Growth(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new GrowthTrial(rooms, rate, length(minutes), say);
    }
  }

  @Command(name = "start", description = "From `liveroom up` to the first figure on the page.")
  private static final class Start extends Options {

    @Option(names = "--repetitions", defaultValue = "3")
    private int repetitions;

    Start(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new StartTrial(repetitions, say);
    }
  }

  @Command(
      name = "all",
      description = {
        "Decoding, throughput, processor beside Flink, end to end, growth and start, each short,",
        "and one table of all figures beside their ceilings. Takes some 20 minutes."
      })
  private static final class All extends Options {

    All(PrintStream out) {
      super(out);
    }

    @Override
    Trial trial(PrintStream say) {
      return new SuiteTrial(say);
    }
  }

  private static Duration length(double minutes) {
    return Duration.ofMillis((long) (minutes * 60_000));
  }
}
