package io.liveroom.cli.settings;

/**
 * One effective setting, as {@code config} prints it.
 *
 * @param name its key
 * @param text its value; {@code ***} for a secret, empty where there is none
 * @param origin where the value comes from
 */
public record Setting(String name, String text, String origin) {}
