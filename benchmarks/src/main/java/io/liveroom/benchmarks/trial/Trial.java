package io.liveroom.benchmarks.trial;

/** One load or trouble that the product is put under. */
interface Trial {

  /** Plays it to the end. */
  Report play() throws Exception;
}
