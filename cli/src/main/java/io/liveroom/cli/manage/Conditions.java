package io.liveroom.cli.manage;

import java.util.List;

/** What must hold for a process to be alive, and to be ready. Asked on any thread, often. */
public interface Conditions {

  /** The process's own loops turn: where one does not, only a restart helps. */
  List<Condition> live();

  /** It does its work now: where it does not, waiting or an operator helps. */
  List<Condition> ready();

  /** Both of several, such as those of all roles of one process. */
  static Conditions of(List<Conditions> several) {
    return new Conditions() {
      @Override
      public List<Condition> live() {
        return several.stream().flatMap(one -> one.live().stream()).toList();
      }

      @Override
      public List<Condition> ready() {
        return several.stream().flatMap(one -> one.ready().stream()).toList();
      }
    };
  }
}
