package io.liveroom.cli.manage;

/**
 * Something that must hold.
 *
 * @param name short and the same for ever: a monitor may look for it
 * @param holds whether it does now
 * @param words why, for a person; no secret, no viewer's name
 */
public record Condition(String name, boolean holds, String words) {}
