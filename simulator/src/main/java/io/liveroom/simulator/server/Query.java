package io.liveroom.simulator.server;

/**
 * What a client asks.
 *
 * @param endpoint where
 * @param token as it came; empty where it did not
 * @param rooms a room id, or several with commas; empty where it did not come
 * @param page the page of a shelf; empty for the first
 * @param connection how the ledger calls the client
 */
record Query(Endpoint endpoint, String token, String rooms, String page, String connection) {}
