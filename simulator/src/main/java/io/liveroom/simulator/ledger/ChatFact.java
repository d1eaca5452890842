package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message, as it was first sent.
 *
 * @param messageId its id in the world, also where the wire did not show it
 * @param eventTime its own time if sent, else the envelope's, else the time of sending
 * @param timeIsArrival neither time was sent: a client's time of arrival differs a little
 * @param sentAt when it was first sent
 * @param connection on which
 * @param kind what it says happened
 * @param userId who; null for the room itself
 * @param isAnonymous the id stands for everybody
 * @param gift of a gift message
 * @param likeCount likes in it
 * @param likeTotal likes so far in it
 * @param online people in the room in it
 * @param onlineIsLowerBound that figure had a plus sign
 * @param controlAction of a control message
 */
public record ChatFact(
    String messageId,
    Instant eventTime,
    boolean timeIsArrival,
    Instant sentAt,
    String connection,
    Content.Kind kind,
    @Nullable String userId,
    boolean isAnonymous,
    @Nullable GiftFact gift,
    @Nullable Long likeCount,
    @Nullable Long likeTotal,
    @Nullable Long online,
    boolean onlineIsLowerBound,
    @Nullable Integer controlAction) {}
