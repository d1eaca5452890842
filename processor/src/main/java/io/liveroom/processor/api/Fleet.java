package io.liveroom.processor.api;

import io.liveroom.processor.runtime.StoreShards.Owner;
import io.liveroom.processor.view.RoomFacts;
import io.liveroom.processor.view.View;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds who can answer: this instance, the one that works on a room, or its standby. */
final class Fleet {

  private static final String PARTITIONS = "partitions";

  private final Vertx vertx;
  private final View view;
  private final String self;
  private final Peers peers;

  /**
   * @param self host:port under which the others know this instance
   */
  Fleet(Vertx vertx, View view, String self, Peers peers) {
    this.vertx = vertx;
    this.view = view;
    this.self = self;
    this.peers = peers;
  }

  /**
   * Answers of several instances.
   *
   * @param missing partitions that nobody could answer for
   */
  record Gathered(List<JsonObject> answers, Set<Integer> missing) {}

  /** Asks whoever has the room. */
  Future<Answer> ofRoom(Question question, String roomId, Function<RoomFacts, JsonObject> answer) {
    Owner owner = view.ownerOf(roomId).orElseThrow(Fleet::starting);
    if (isAskedByPeer(question)) {
      return local(owner.partition(), answer);
    }
    return ofRoom(question, owner.partition(), candidates(owner), answer);
  }

  private Future<Answer> ofRoom(
      Question question,
      int partition,
      List<String> candidates,
      Function<RoomFacts, JsonObject> answer) {
    if (candidates.isEmpty()) {
      return Future.failedFuture(
          Problem.unavailable("the instance that has this room is away; another takes over soon"));
    }
    List<String> others = candidates.subList(1, candidates.size());
    return candidate(question, partition, candidates.get(0), answer)
        .recover(
            failure ->
                failure instanceof Problem problem && problem.status() < 500
                    ? Future.failedFuture(failure)
                    : ofRoom(question, partition, others, answer));
  }

  private Future<Answer> candidate(
      Question question, int partition, String address, Function<RoomFacts, JsonObject> answer) {
    if (address.equals(self)) {
      return local(partition, answer);
    }
    return peers
        .ask(address, question.uri(), Integer.toString(partition))
        .compose(
            reply ->
                reply.isElsewhere()
                    ? Future.failedFuture(Problem.unavailable(address + " has not got it now"))
                    : Future.succeededFuture(Answer.passedOn(reply.status(), reply.body())));
  }

  private Future<Answer> local(int partition, Function<RoomFacts, JsonObject> answer) {
    return vertx.executeBlocking(
        () ->
            Answer.json(
                view.facts(partition, answer)
                    .orElseThrow(() -> Problem.unavailable("this instance has not got it now"))),
        false);
  }

  /**
   * Asks all instances.
   *
   * @param answer of one partition; empty where this instance has not got it
   * @param join the answer of one instance, of its partitions
   */
  <T> Future<Gathered> ofAll(
      Question question,
      Function<Integer, Optional<T>> answer,
      Function<List<T>, JsonObject> join) {
    Round<T> round = new Round<>(question, answer, join);
    if (isAskedByPeer(question)) {
      return round.local(asked(question)).map(json -> new Gathered(List.of(json), Set.of()));
    }
    Map<Integer, List<String>> candidates = new TreeMap<>();
    view.owners().values().forEach(owner -> candidates.put(owner.partition(), candidates(owner)));
    if (candidates.isEmpty()) {
      throw starting();
    }
    return round.ask(candidates, new ArrayList<>(), new TreeSet<>());
  }

  /** One question to many. */
  private final class Round<T> {

    private final Question question;
    private final Function<Integer, Optional<T>> answer;
    private final Function<List<T>, JsonObject> join;

    Round(
        Question question,
        Function<Integer, Optional<T>> answer,
        Function<List<T>, JsonObject> join) {
      this.question = question;
      this.answer = answer;
      this.join = join;
    }

    /** Asks the first candidate of each partition; those that fail are asked of the next. */
    Future<Gathered> ask(
        Map<Integer, List<String>> candidates, List<JsonObject> answers, Set<Integer> missing) {
      Map<String, Set<Integer>> byAddress = new TreeMap<>();
      candidates.forEach(
          (partition, addresses) -> {
            if (addresses.isEmpty()) {
              missing.add(partition);
            } else {
              byAddress
                  .computeIfAbsent(addresses.get(0), address -> new TreeSet<>())
                  .add(partition);
            }
          });
      if (byAddress.isEmpty()) {
        return Future.succeededFuture(new Gathered(answers, missing));
      }
      List<Future<JsonObject>> asked =
          byAddress.entrySet().stream().map(one -> ask(one.getKey(), one.getValue())).toList();
      return Future.join(asked)
          .otherwiseEmpty()
          .compose(
              all -> {
                Set<Integer> answered = new TreeSet<>();
                for (Future<JsonObject> one : asked) {
                  if (one.succeeded()) {
                    answers.add(one.result());
                    partitions(one.result()).forEach(answered::add);
                  }
                }
                return ask(left(candidates, answered), answers, missing);
              });
    }

    private Future<JsonObject> ask(String address, Set<Integer> partitions) {
      if (address.equals(self)) {
        return local(partitions);
      }
      String wanted = partitions.stream().map(String::valueOf).collect(Collectors.joining(","));
      return peers
          .ask(address, question.uri(), wanted)
          .compose(
              reply ->
                  reply.isOk()
                      ? Future.succeededFuture(new JsonObject(reply.body()))
                      : Future.failedFuture(Problem.unavailable(address + " can't answer now")));
    }

    /** What this instance has of some partitions, and of which it has something. */
    Future<JsonObject> local(Collection<Integer> partitions) {
      return vertx.executeBlocking(
          () -> {
            List<T> answers = new ArrayList<>();
            JsonArray answered = new JsonArray();
            for (int partition : partitions) {
              answer
                  .apply(partition)
                  .ifPresent(
                      one -> {
                        answers.add(one);
                        answered.add(partition);
                      });
            }
            return join.apply(answers).put(PARTITIONS, answered);
          },
          false);
    }
  }

  private static Map<Integer, List<String>> left(
      Map<Integer, List<String>> candidates, Set<Integer> answered) {
    Map<Integer, List<String>> left = new TreeMap<>();
    candidates.forEach(
        (partition, addresses) -> {
          if (!answered.contains(partition) && !addresses.isEmpty()) {
            left.put(partition, addresses.subList(1, addresses.size()));
          }
        });
    return left;
  }

  private static Stream<Integer> partitions(JsonObject answer) {
    return answer.getJsonArray(PARTITIONS).stream().map(Integer.class::cast);
  }

  private static List<String> candidates(Owner owner) {
    return Stream.concat(Stream.of(owner.active()), owner.standbys().stream()).toList();
  }

  static boolean isAskedByPeer(Question question) {
    return question.request().headers().contains(Peers.ASKED_BY_PEER);
  }

  private static List<Integer> asked(Question question) {
    try {
      return Stream.of(question.request().getHeader(Peers.ASKED_BY_PEER).split(","))
          .map(Integer::valueOf)
          .toList();
    } catch (NumberFormatException e) {
      throw Problem.badRequest(Peers.ASKED_BY_PEER + " must be numbers of partitions");
    }
  }

  private static Problem starting() {
    return Problem.unavailable("the processor is starting, or its group is being shared out");
  }
}
