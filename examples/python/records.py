# Written by `./liveroom schemas types python` from the schemas. Do not edit.
"""The records of liveroom's topics. Times are datetimes in UTC."""
from datetime import datetime
from typing import Final, Literal, TypedDict


class WatchedRoom(TypedDict):
    """A room to watch. The key is the room id; a tombstone stops watching it."""

    room_id: str
    """Room id, exact decimal text."""
    labels: list[str]
    """Free labels, such as brand:acme; alert rules can be limited to them."""
    weight: int
    """How much of a worker the room takes, 1 for an ordinary room."""
    added_at: datetime
    """When it was put on the list, Unix epoch milliseconds UTC."""
    added_by: str
    """What put it there: command, import, discover or up."""


EventTimeSource = Literal["MESSAGE", "SERVER", "ARRIVAL", "UNKNOWN"]
"""Where an event time comes from, best source first."""


class RoomStatus(TypedDict):
    """What the status endpoint said about one room of a batch."""

    event_id: str
    """Deterministic identity: the same fact gets the same id however often it arrives."""
    room_id: str
    """Room id, exact decimal text. One room is one broadcast."""
    event_time: datetime
    """When it happened, Unix epoch milliseconds UTC, never after received_at."""
    event_time_source: EventTimeSource
    """Where event_time comes from."""
    received_at: datetime
    """When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock."""
    collector_id: str
    """The worker that saw it."""
    endpoint: str
    """The platform endpoint it came from: info, chat, promotions, status, audience or feed."""
    alive: bool
    """The platform's word: the room is live now."""


SnapshotSource = Literal["INFO", "FEED", "UNKNOWN"]
"""Which endpoint gave a snapshot."""


RoomState = Literal["UNKNOWN", "PREPARING", "LIVE", "PAUSED", "ENDED"]
"""Our reading of a room's state. UNKNOWN means no answer or an unreadable one: it never means offline."""


class RoomSnapshot(TypedDict):
    """One room as info or feed showed it. Counters are as the platform gave them: after the end some are zeroed, some frozen."""

    event_id: str
    """Deterministic identity: the same fact gets the same id however often it arrives."""
    room_id: str
    """Room id, exact decimal text. One room is one broadcast."""
    event_time: datetime
    """When it happened, Unix epoch milliseconds UTC, never after received_at."""
    event_time_source: EventTimeSource
    """Where event_time comes from."""
    received_at: datetime
    """When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock."""
    collector_id: str
    """The worker that saw it."""
    endpoint: str
    """The platform endpoint it came from: info, chat, promotions, status, audience or feed."""
    source: SnapshotSource
    """Which endpoint gave it."""
    state: RoomState
    """Our reading of platform_status."""
    platform_status: int | None
    """The platform's code as it came: 1 preparing, 2 live, 3 paused, 4 ended, others unknown."""
    title: str | None
    """Title of the broadcast."""
    owner_id: str | None
    """User id of the anchor, exact decimal text; lasts over broadcasts."""
    owner_name: str | None
    """Name of the anchor, a public person here."""
    owner_followers: int | None
    """Followers of the anchor altogether, now; goes on changing after the end."""
    create_time: datetime | None
    """When the room was made, Unix epoch milliseconds UTC."""
    start_time: datetime | None
    """When the broadcast started; null where the platform says 0."""
    finish_time: datetime | None
    """As it came: the end of an ended room, a last heartbeat of a live one; null where the platform says 0."""
    online_count: int | None
    """People in the room now (user_count); 0 after the end."""
    total_viewers: int | None
    """Viewers so far (stats.total_user), cumulative."""
    follow_count: int | None
    """New followers so far in this broadcast (stats.follow_count), cumulative."""
    gift_uv_count: int | None
    """Distinct gift givers so far (stats.gift_uv_count), cumulative."""
    like_count: int | None
    """Likes so far (the outer like_count), cumulative."""
    fan_ticket: int | None
    """Gift income so far in diamonds (stats.fan_ticket), cumulative."""
    share_from_city: float | None
    """Fraction of the viewers from the same city feed, 0 to 1."""
    share_from_my_follow: float | None
    """Fraction of the viewers who follow the anchor, 0 to 1."""
    share_from_video_detail: float | None
    """Fraction of the viewers from a video, 0 to 1."""
    share_from_other: float | None
    """Fraction of the viewers from elsewhere, 0 to 1."""
    has_commerce_goods: bool | None
    """The room sells goods."""
    stream_url: str | None
    """Where the picture can be pulled (rtmp_pull_url), as it came."""


ChatKind = Literal["CHAT", "ENTER", "FOLLOW", "SHARE", "GIFT", "LIKE", "ONLINE", "CONTROL", "INTRO", "UNKNOWN"]
"""What a chat message says happened."""


class ChatEvent(TypedDict):
    """One chat message of any kind, flat: the fields of other kinds are null."""

    event_id: str
    """Deterministic identity: the same fact gets the same id however often it arrives."""
    room_id: str
    """Room id, exact decimal text. One room is one broadcast."""
    event_time: datetime
    """When it happened, Unix epoch milliseconds UTC, never after received_at."""
    event_time_source: EventTimeSource
    """Where event_time comes from."""
    received_at: datetime
    """When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock."""
    collector_id: str
    """The worker that saw it."""
    endpoint: str
    """The platform endpoint it came from: info, chat, promotions, status, audience or feed."""
    kind: ChatKind
    """Our reading of platform_type."""
    platform_type: str
    """The message's type name as it came, such as WebcastGiftMessage; empty where there was none."""
    message_id: str | None
    """msg_id, or a chat message's tid, exact decimal text; null where the message had none."""
    id_time: datetime | None
    """Creation time inside message_id (id >> 32), Unix epoch milliseconds UTC; only near the truth."""
    user_id: str | None
    """The viewer: the platform's uid under privacy plain, a pseudonym under pseudonym, null under drop."""
    user_name: str | None
    """The viewer's name; null unless privacy is plain."""
    user_sec_id: str | None
    """The viewer's sec_uid without the extra quotes; null unless privacy is plain."""
    user_short_id: str | None
    """The viewer's short id; null unless privacy is plain."""
    is_anonymous: bool
    """The uid is a sentinel that stands for everybody: it never counts as a distinct user."""
    text: str | None
    """What was written or shown; null where the text setting drops it."""
    gift_id: str | None
    """Gift id, exact decimal text."""
    gift_name: str | None
    """Gift name."""
    gift_count: int | None
    """Gifts in this message where it belongs to no combo (count, or the sentence's number)."""
    gift_group_id: str | None
    """Combo group id; with the user and the gift it names a combo."""
    gift_repeat_count: int | None
    """repeat_count: cumulative within the combo."""
    gift_combo_count: int | None
    """combo_count: cumulative within the combo, in groups of gift_group_count."""
    gift_group_count: int | None
    """group_count: gifts in one step of the combo."""
    gift_repeat_end: bool | None
    """The combo's closing message, which repeats the last count."""
    gift_unit_diamonds: int | None
    """Price of one gift in diamonds (10 diamonds = 1 CNY); 0 is a free gift, null is unknown."""
    like_count: int | None
    """Likes in this message."""
    like_total: int | None
    """Likes of the room so far, as this message says."""
    online_count: int | None
    """People in the room now, as this message says."""
    online_is_lower_bound: bool
    """online_count came as text with a plus sign."""
    total_viewers: int | None
    """Viewers so far, as this message says; may be rounded."""
    control_action: int | None
    """Control code as it came: 1 pause, 2 resume, 3, 4 and 6 ends."""


class Promotion(TypedDict):
    """One product on the shelf."""

    promotion_id: str
    """Promotion id, exact decimal text."""
    product_id: str | None
    """Product id, exact decimal text."""
    title: str | None
    """Product title."""
    price_fen: int | None
    """Price in fen (1/100 CNY)."""
    min_price_fen: int | None
    """Lowest price in fen (1/100 CNY)."""
    stock: int | None
    """Units in stock; 0 may mean hidden."""
    sales: int | None
    """Units sold so far; 0 may mean hidden."""
    in_stock: bool | None
    """The platform's word: can be bought."""
    platform_status: int | None
    """The platform's code as it came."""
    position: int | None
    """Place on the shelf (index)."""
    platform_label: str | None
    """Where it is sold, as it came."""
    shop_id: str | None
    """Shop id, exact decimal text."""
    is_campaign: bool | None
    """Part of a campaign."""
    can_explain: bool | None
    """The anchor can explain it."""
    can_seckill: bool | None
    """Can be sold as a flash sale."""


class PromotionList(TypedDict):
    """The goods on sale in a room: a complete paged list, or an explicitly partial one."""

    event_id: str
    """Deterministic identity: the same fact gets the same id however often it arrives."""
    room_id: str
    """Room id, exact decimal text. One room is one broadcast."""
    event_time: datetime
    """When it happened, Unix epoch milliseconds UTC, never after received_at."""
    event_time_source: EventTimeSource
    """Where event_time comes from."""
    received_at: datetime
    """When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock."""
    collector_id: str
    """The worker that saw it."""
    endpoint: str
    """The platform endpoint it came from: info, chat, promotions, status, audience or feed."""
    promotions: list[Promotion]
    """The products seen, in shelf order."""
    is_complete: bool
    """Every page was read: what is missing here is off the shelf."""
    total: int | None
    """How many products the platform says there are."""
    explaining_promotion_id: str | None
    """The product being explained now; null for none."""


class AudienceRank(TypedDict):
    """One place of the contribution ranking."""

    rank: int
    """Place, from 1."""
    user_id: str | None
    """The viewer, after the privacy setting."""
    user_name: str | None
    """The viewer's name; null unless privacy is plain."""
    is_anonymous: bool
    """The uid is a sentinel that stands for everybody."""
    score: int | None
    """Contribution in diamonds."""
    delta: int | None
    """Change of score, as the platform says."""


class AudienceRanking(TypedDict):
    """The viewers by contribution; a ranking, not a list of who is there."""

    event_id: str
    """Deterministic identity: the same fact gets the same id however often it arrives."""
    room_id: str
    """Room id, exact decimal text. One room is one broadcast."""
    event_time: datetime
    """When it happened, Unix epoch milliseconds UTC, never after received_at."""
    event_time_source: EventTimeSource
    """Where event_time comes from."""
    received_at: datetime
    """When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock."""
    collector_id: str
    """The worker that saw it."""
    endpoint: str
    """The platform endpoint it came from: info, chat, promotions, status, audience or feed."""
    ranks: list[AudienceRank]
    """The places, best first."""
    total: int | None
    """How many the platform says there are; 0 in practice."""
    currency: str | None
    """Name of the score's unit, as it came."""


GapCause = Literal["SOCKET_DOWN", "SILENT_SOCKET", "WORKER_DOWN", "THROTTLED", "PLATFORM_ERROR", "TOKEN_REFUSED", "KAFKA_DOWN", "UNKNOWN"]
"""Why a stretch of a room was not seen."""


class CollectionGap(TypedDict):
    """A stretch of a room that was not seen. event_time is its start."""

    event_id: str
    """Deterministic identity: the same fact gets the same id however often it arrives."""
    room_id: str
    """Room id, exact decimal text. One room is one broadcast."""
    event_time: datetime
    """When it happened, Unix epoch milliseconds UTC, never after received_at."""
    event_time_source: EventTimeSource
    """Where event_time comes from."""
    received_at: datetime
    """When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock."""
    collector_id: str
    """The worker that saw it."""
    endpoint: str
    """The platform endpoint it came from: info, chat, promotions, status, audience or feed."""
    gap_from: datetime
    """Start, Unix epoch milliseconds UTC."""
    gap_to: datetime
    """End, Unix epoch milliseconds UTC."""
    cause: GapCause
    """Why."""
    detail: str | None
    """More words for a person; holds no secret and no personal data."""
    attempts: int
    """Attempts made within the gap."""


OnlineTrend = Literal["RISING", "FALLING", "STEADY", "UNKNOWN"]
"""Direction of the online figure: slope over the 5-minute mean above +2 %/min, below -2 %/min, or between."""


class RoomMinute(TypedDict):
    """The figures of one room in one window (a minute unless set otherwise). Upsert by room_id and window_start: the highest revision counts."""

    room_id: str
    """Room id, exact decimal text."""
    window_start: datetime
    """Start of the window, inclusive, Unix epoch milliseconds UTC."""
    window_end: datetime
    """End of the window, exclusive, Unix epoch milliseconds UTC."""
    chat_count: int
    """Chat messages in the window."""
    chat_users: int | None
    """Distinct users who wrote in the window; null where user ids are dropped."""
    enter_count: int
    """Entries seen in the window; thinned out by the platform in big rooms."""
    enter_users: int | None
    """Distinct users seen entering in the window."""
    follow_count: int
    """Follow messages in the window."""
    follow_users: int | None
    """Distinct users seen following in the window."""
    share_count: int
    """Share messages in the window."""
    like_count: int | None
    """Likes gained in the window: growth of the largest total seen, else the sum of the messages' counts; null where neither came."""
    gift_count: int
    """Gifts given in the window, combos counted once."""
    gift_value: int
    """Value of those gifts in diamonds (10 = 1 CNY), of the gifts whose price is known."""
    gift_value_is_partial: list[str]
    """Names (else ids) of gifts counted without a known price; empty when gift_value is whole."""
    gift_users: int | None
    """Distinct givers in the window: gift UV of the chat view."""
    interacting_users: int | None
    """Distinct users who chatted, gave, followed or shared in the window."""
    users_is_estimate: bool
    """At least one of the distinct counts is a sketch's estimate, within 2 % (95 %); else all are exact."""
    online_last: int | None
    """Last online figure in the window."""
    online_min: int | None
    """Lowest online figure in the window."""
    online_max: int | None
    """Highest online figure in the window."""
    online_avg: float | None
    """Time-weighted mean of the online figure over the covered time in the window."""
    online_coverage: float | None
    """Covered part of the time, 0 to 1."""
    online_slope: float | None
    """Online trend: least-squares slope over the last 5 minutes, people per minute; null with fewer than 3 samples."""
    online_trend: OnlineTrend
    """Reading of online_slope."""
    viewers_gained: int | None
    """Growth of the platform's total viewers in the window."""
    platform_follows_gained: int | None
    """Growth of the platform's follow count in the window."""
    platform_gift_users_gained: int | None
    """Growth of the platform's gift UV in the window."""
    follow_rate: float | None
    """Platform view: platform_follows_gained / viewers_gained; null when the denominator is 0 or unknown."""
    follow_rate_observed: float | None
    """Chat view: follow_users / enter_users; null when the denominator is 0 or unknown."""
    interaction_rate: float | None
    """interacting_users / viewers_gained; null when the denominator is 0 or unknown."""
    promotion_count: int | None
    """Products in the last complete list of the window."""
    explaining_promotion_id: str | None
    """Product being explained in the last complete list of the window."""
    late_events: int
    """Events that came after the window had been closed; they count in the session only."""
    seconds_since_message: int | None
    """Seconds from the last message of any kind to the record's end."""
    seconds_since_business_message: int | None
    """Seconds from the last chat, gift, follow, like, share or entry to the record's end."""
    seconds_since_snapshot: int | None
    """Seconds from the last snapshot to the record's end."""
    gap_seconds: int | None
    """Seconds known not to have been seen."""
    reconnects: int | None
    """Socket reconnects."""
    duplicates: int
    """Events dropped because they had been seen."""
    unknown_messages: int
    """Messages of unknown type."""
    undecodable_payloads: int | None
    """Payloads that went to the dead letters."""
    is_anonymous: bool
    """The room sends a sentinel id for everybody: distinct counts say nothing."""
    likes_seen: int | None
    """Sum of the like messages' counts."""
    likes_reported: int | None
    """Growth of the platform's like total."""
    gift_value_seen: int | None
    """Value of the gifts seen, in diamonds."""
    fan_ticket_reported: int | None
    """Growth of the platform's gift income, in diamonds."""
    revision: int
    """Grows with each publication of the same window, from 1."""
    is_final: bool
    """The window is closed."""


class RoomSession(TypedDict):
    """The figures of one broadcast, running until its final. Latest by room_id."""

    room_id: str
    """Room id, exact decimal text."""
    owner_id: str | None
    """User id of the anchor, exact decimal text."""
    owner_name: str | None
    """Name of the anchor."""
    title: str | None
    """Title of the broadcast, the last seen."""
    state: RoomState
    """State now; ENDED only when two independent signals confirm it."""
    started_at: datetime | None
    """Start, else creation, of the broadcast, Unix epoch milliseconds UTC."""
    ended_at: datetime | None
    """End of the broadcast, Unix epoch milliseconds UTC; null until confirmed."""
    first_event_at: datetime | None
    """Event time of the first thing seen."""
    last_event_at: datetime | None
    """Event time of the last thing seen."""
    chat_count: int
    """Chat messages over the broadcast, as far as it was watched."""
    chat_users: int | None
    """Distinct users who wrote over the broadcast, as far as it was watched; null where user ids are dropped."""
    enter_count: int
    """Entries seen over the broadcast, as far as it was watched; thinned out by the platform in big rooms."""
    enter_users: int | None
    """Distinct users seen entering over the broadcast, as far as it was watched."""
    follow_count: int
    """Follow messages over the broadcast, as far as it was watched."""
    follow_users: int | None
    """Distinct users seen following over the broadcast, as far as it was watched."""
    share_count: int
    """Share messages over the broadcast, as far as it was watched."""
    like_count: int | None
    """Likes gained over the broadcast, as far as it was watched: growth of the largest total seen, else the sum of the messages' counts; null where neither came."""
    gift_count: int
    """Gifts given over the broadcast, as far as it was watched, combos counted once."""
    gift_value: int
    """Value of those gifts in diamonds (10 = 1 CNY), of the gifts whose price is known."""
    gift_value_is_partial: list[str]
    """Names (else ids) of gifts counted without a known price; empty when gift_value is whole."""
    gift_users: int | None
    """Distinct givers over the broadcast, as far as it was watched: gift UV of the chat view."""
    interacting_users: int | None
    """Distinct users who chatted, gave, followed or shared over the broadcast, as far as it was watched."""
    users_is_estimate: bool
    """At least one of the distinct counts is a sketch's estimate, within 2 % (95 %); else all are exact."""
    online_last: int | None
    """Last online figure over the broadcast, as far as it was watched."""
    online_min: int | None
    """Lowest online figure over the broadcast, as far as it was watched."""
    online_max: int | None
    """Highest online figure over the broadcast, as far as it was watched."""
    online_avg: float | None
    """Time-weighted mean of the online figure over the covered time over the broadcast, as far as it was watched."""
    online_coverage: float | None
    """Covered part of the time, 0 to 1."""
    online_slope: float | None
    """Online trend: least-squares slope over the last 5 minutes, people per minute; null with fewer than 3 samples."""
    online_trend: OnlineTrend
    """Reading of online_slope."""
    viewers_gained: int | None
    """Growth of the platform's total viewers over the broadcast, as far as it was watched."""
    platform_follows_gained: int | None
    """Growth of the platform's follow count over the broadcast, as far as it was watched."""
    platform_gift_users_gained: int | None
    """Growth of the platform's gift UV over the broadcast, as far as it was watched."""
    peak_online: int | None
    """Highest online figure while live (PCU)."""
    peak_online_at: datetime | None
    """When peak_online was first reached."""
    average_online: float | None
    """Mean online figure over covered time (ACU): viewer_seconds / covered_seconds."""
    viewer_seconds: float | None
    """Integral of the online figure by trapezoid over covered time, person-seconds."""
    covered_seconds: float | None
    """Time covered by online samples, seconds."""
    average_stay_seconds: float | None
    """viewer_seconds / total_viewers, seconds."""
    total_viewers: int | None
    """Viewers of the broadcast, as the platform counts."""
    total_follows: int | None
    """New followers of the broadcast, as the platform counts."""
    follow_rate: float | None
    """total_follows / total_viewers; null when the denominator is 0 or unknown."""
    follow_rate_observed: float | None
    """Chat view: follow_users / enter_users; null when the denominator is 0 or unknown."""
    interaction_rate: float | None
    """interacting_users / viewers_gained; null when the denominator is 0 or unknown."""
    gift_uv: int | None
    """Distinct gift givers, as the platform counts."""
    gift_uv_observed: int | None
    """Distinct gift givers seen in chat."""
    gift_uv_rate: float | None
    """gift_uv / total_viewers; null when the denominator is 0 or unknown."""
    fan_ticket_gained: int | None
    """Growth of the platform's gift income while watched, in diamonds."""
    likes: int | None
    """Likes of the broadcast: the largest total seen."""
    followers_gained: int | None
    """Anchor's followers, last minus first while live; may be negative."""
    owner_followers: int | None
    """Anchor's followers, last seen while live."""
    share_from_city: float | None
    """Fraction of the viewers from the same city feed, last while live."""
    share_from_my_follow: float | None
    """Fraction of the viewers who follow the anchor, last while live."""
    share_from_video_detail: float | None
    """Fraction of the viewers from a video, last while live."""
    share_from_other: float | None
    """Fraction of the viewers from elsewhere, last while live."""
    promotion_count: int | None
    """Products in the last complete list."""
    explaining_promotion_id: str | None
    """Product being explained in the last complete list."""
    promotions_seen: int | None
    """Distinct products seen on the shelf."""
    sales_estimate: int | None
    """Units sold while watched, sum of the growth of the products' sales; null while hidden. An estimate."""
    gmv_estimate_fen: int | None
    """Sum of sales growth times the price at that time, in fen (1/100 CNY). An estimate: list price is not paid price."""
    late_events: int
    """Events that came after their minute had been closed, or after the final."""
    seconds_since_message: int | None
    """Seconds from the last message of any kind to the record's end."""
    seconds_since_business_message: int | None
    """Seconds from the last chat, gift, follow, like, share or entry to the record's end."""
    seconds_since_snapshot: int | None
    """Seconds from the last snapshot to the record's end."""
    gap_seconds: int | None
    """Seconds known not to have been seen."""
    reconnects: int | None
    """Socket reconnects."""
    duplicates: int
    """Events dropped because they had been seen."""
    unknown_messages: int
    """Messages of unknown type."""
    undecodable_payloads: int | None
    """Payloads that went to the dead letters."""
    is_anonymous: bool
    """The room sends a sentinel id for everybody: distinct counts say nothing."""
    likes_seen: int | None
    """Sum of the like messages' counts."""
    likes_reported: int | None
    """Growth of the platform's like total."""
    gift_value_seen: int | None
    """Value of the gifts seen, in diamonds."""
    fan_ticket_reported: int | None
    """Growth of the platform's gift income, in diamonds."""
    revision: int
    """Grows with each publication of the same session, from 1."""
    is_final: bool
    """The broadcast's end is confirmed and its grace time is over."""


ChangeKind = Literal["LISTED", "DELISTED", "PRICE_CHANGED", "STOCK_CHANGED", "SOLD_OUT", "SALES_CHANGED", "EXPLAIN_STARTED", "EXPLAIN_ENDED", "UNKNOWN"]
"""What changed about a product."""


class PromotionChange(TypedDict):
    """One change of one product on the shelf. Append only: a record is published once, some seconds after the list that showed it, and never replaced; a replay gives the same change_id. Every record shows the product's price, stock and sales before and after, kind says what changed; two changes at once are two records. To add up what was sold, sum sales_gained and gmv_estimate_fen over all records (only SALES_CHANGED has them), each change_id once: the sums are those of RoomSession. The first list of a room gives a LISTED for each product."""

    change_id: str
    """Deterministic identity: room, product, kind and time; a correction also names the list that came late."""
    room_id: str
    """Room id, exact decimal text."""
    promotion_id: str
    """Promotion id, exact decimal text."""
    product_id: str | None
    """Product id, exact decimal text."""
    title: str | None
    """Product title."""
    kind: ChangeKind
    """What changed."""
    changed_at: datetime
    """Event time of the list that showed it, Unix epoch milliseconds UTC: it happened since the list before. Of EXPLAIN_ENDED the list that first showed another or none, or the end of the room."""
    price_fen_before: int | None
    """Price before, in fen; null when not known. Of EXPLAIN_ENDED: at its start."""
    price_fen_after: int | None
    """Price after, in fen; null when not known and of DELISTED."""
    stock_before: int | None
    """Stock before, units; null when not known or hidden. Of EXPLAIN_ENDED: at its start."""
    stock_after: int | None
    """Stock after, units; null when not known or hidden (0, though it can be bought), and of DELISTED."""
    sales_before: int | None
    """Largest sales figure seen before, units; null while hidden (always 0). Of EXPLAIN_ENDED: at its start."""
    sales_after: int | None
    """Largest sales figure seen by then, units; null while hidden (always 0), and of DELISTED."""
    sales_gained: int | None
    """Growth of the sales, units; of SALES_CHANGED only. Of a correction what must be added to what was told before, which may be 0 or negative."""
    gmv_estimate_fen: int | None
    """Growth of the sales times the price at that time, in fen; of SALES_CHANGED only, null while the price is not known. An estimate: list price is not paid price."""
    explained_seconds: int | None
    """Whole seconds of the explanation that ended, from the first list that showed it; of EXPLAIN_ENDED only. Interruptions shorter than 120 s (a setting) are part of it."""
    position: int | None
    """Place on the shelf, the last seen."""
    is_correction: bool
    """A list came later than ones that are younger, and changes what they told of the sales; changed_at is its time."""


AlertSeverity = Literal["INFO", "WARNING", "CRITICAL", "UNKNOWN"]
"""How much an alert matters."""


AlertStatus = Literal["RAISED", "RESOLVED", "UNKNOWN"]
"""Where an alert is in its life."""


class Alert(TypedDict):
    """A condition that began or ended. Both carry the same alert_id."""

    alert_id: str
    """Identity while the condition lasts: room, rule and start; the product too where the rule is about one."""
    room_id: str
    """Room id, exact decimal text."""
    rule: str
    """Name of the rule, as in the file of rules."""
    rule_text: str
    """What the rule says, with its threshold."""
    severity: AlertSeverity
    """How much it matters."""
    status: AlertStatus
    """Began or ended."""
    started_at: datetime
    """When the condition began, Unix epoch milliseconds UTC."""
    resolved_at: datetime | None
    """When the condition ended, Unix epoch milliseconds UTC."""
    value: float | None
    """The figure that raised it, in its own unit: people, a rate, diamonds per minute, seconds, fen, units."""
    threshold: float | None
    """The threshold it passed."""
    previous_value: float | None
    """What the figure was compared with."""
    labels: list[str]
    """Labels of the room."""
    owner_id: str | None
    """User id of the anchor."""
    owner_name: str | None
    """Name of the anchor."""
    title: str | None
    """Title of the broadcast."""
    summary: str
    """One sentence for a person."""
    kind: str | None
    """What the rule looks at: room_started, online_drop and so on. Several rules, under names of their own, may be of one kind."""
    promotion_id: str | None
    """The product it is about, promotion id as exact decimal text; null where it is about the room."""


DeadLetterReason = Literal["NOT_JSON", "WRONG_SHAPE", "TOO_LARGE", "WRONG_ROOM", "UNSERIALIZABLE", "PROCESSING_FAILED", "UNKNOWN"]
"""Why a payload could not be read."""


class DeadLetter(TypedDict):
    """A payload that could not be read, with its coordinates."""

    dead_letter_id: str
    """Deterministic identity: room, endpoint and a digest of the bytes as they came."""
    room_id: str | None
    """Room asked for; null where the payload belongs to no room, as with feed. Then the record's key is the endpoint."""
    endpoint: str
    """The platform endpoint, or the topic a processor read."""
    stage: str
    """Where it failed: decode, publish or process."""
    reason: DeadLetterReason
    """Category of the failure."""
    detail: str
    """What was wrong and where, without the payload's words."""
    received_at: datetime
    """When the collector had the bytes, Unix epoch milliseconds UTC."""
    collector_id: str
    """The worker that had it."""
    payload: bytes
    """The bytes, cleaned of secrets and, unless privacy is plain, of what names a viewer; the first ones where it was too large."""
    payload_size: int
    """Size of the whole payload as it came, in bytes."""
    is_truncated: bool
    """payload holds only the first bytes."""


TOPICS: Final = {
    "watchlist": "control.watchlist.v1",
    "status": "observed.status.v1",
    "room": "observed.room.v1",
    "chat": "observed.chat.v1",
    "promotions": "observed.promotions.v1",
    "audience": "observed.audience.v1",
    "gap": "observed.gap.v1",
    "room-minute": "derived.room-minute.v1",
    "session": "derived.session.v1",
    "promotion-change": "derived.promotion-change.v1",
    "alert": "derived.alert.v1",
    "dead-letter": "dead-letter.v1",
}
"""Topics by their short names, without the prefix."""
