"""Final minutes, broadcasts and alerts, one line each:  python figures.py [--idle-exit SECONDS]"""
import argparse
from datetime import datetime

from latest import Latest
from records import Alert, AlertStatus, RoomMinute, RoomSession
from topics import Source, read_topics, stopping


class Figures:
    """Tells what is news."""

    def __init__(self) -> None:
        self.finals: Latest[RoomMinute] = Latest()
        self.sessions: Latest[RoomSession] = Latest()
        self.alerts: dict[str, AlertStatus] = {}

    def minute(self, value: RoomMinute) -> None:
        """Drafts are passed over. A final may be revised once more, when a gap is told late."""
        key = (value["room_id"], value["window_start"])
        if value["is_final"] and self.finals.take(key, value["revision"], value):
            print(
                f"minute  {value['room_id']}  {at(value['window_start'])}"
                f"  online {shown(value['online_last'])}"
                f"  follow rate {percent(value['follow_rate'])}"
                f"  gifts {value['gift_value']}♦  r{value['revision']}",
                flush=True,
            )

    def session(self, room_id: str, value: RoomSession | None) -> None:
        """The latest of a room counts; told when the broadcast is over, the others at the end."""
        if value is None:  # a tombstone
            self.sessions.forget(room_id)
        elif self.sessions.take(room_id, value["revision"], value) and value["is_final"]:
            tell(value)

    def alert(self, value: Alert) -> None:
        """An alert comes raised and resolved under one id; what comes twice is told once."""
        if self.alerts.get(value["alert_id"]) == value["status"]:
            return
        self.alerts[value["alert_id"]] = value["status"]
        when = value["resolved_at"] if value["status"] == "RESOLVED" else value["started_at"]
        print(
            f"alert   {value['room_id']}  {at(when)}  {value['status']}"
            f" {value['rule']}: {value['summary']}",
            flush=True,
        )


def tell(value: RoomSession) -> None:
    print(
        f"session {value['room_id']}  {value['state']}{' final' if value['is_final'] else ''}"
        f"  viewers {shown(value['total_viewers'])}  gift UV {shown(value['gift_uv'])}"
        f"  sales {yuan(value['gmv_estimate_fen'])}  r{value['revision']}",
        flush=True,
    )


def at(time: datetime | None) -> str:
    return "–" if time is None else time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def shown(count: int | None) -> str:
    return "–" if count is None else str(count)


def percent(rate: float | None) -> str:
    return "–" if rate is None else f"{rate * 100:.2f} %"


def yuan(fen: int | None) -> str:
    """Fen are whole numbers: a sum of them is exact, and yuan are only shown."""
    return "–" if fen is None else f"¥{fen / 100:.2f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--idle-exit", type=float, metavar="SECONDS")
    idle_exit = arguments.parse_args().idle_exit
    figures = Figures()
    source = Source.from_environment("liveroom-example-python")
    topics = ["room-minute", "session", "alert"]
    for record in read_topics(source, topics, stopping(), idle_exit):
        if record.topic == "session":
            figures.session(record.key, record.value)
        elif record.value is not None and record.topic == "room-minute":
            figures.minute(record.value)
        elif record.value is not None:
            figures.alert(record.value)
    for value in figures.sessions.values():
        if not value["is_final"]:
            tell(value)


if __name__ == "__main__":
    main()
