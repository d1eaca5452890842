package io.liveroom.cli.doctor;

import java.util.List;

/** Looks at one thing. It may take its time, and fail. */
public interface Check {

  /** Where a failure of the check itself belongs. */
  Area area();

  List<Finding> run() throws Exception;
}
