package io.liveroom.cli;

import picocli.CommandLine.Command;

/** {@code liveroom} itself: says what there is. */
@Command(
    name = "liveroom",
    versionProvider = Version.class,
    description = "Watches many live rooms: platform to Kafka to figures for each room.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    footer = {
      "",
      "Settings come from --set, the environment (LIVEROOM_…), liveroom.properties",
      "and defaults, in this order; 'liveroom config' shows them."
    })
final class LiveroomCommand extends Group {}
