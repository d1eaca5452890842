"""Reads topics of the catalogue with Confluent's client."""
import os
import signal
import threading
import time
from dataclasses import dataclass
from types import FrameType
from typing import Any, Iterator

from confluent_kafka import Consumer, KafkaException
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer
from confluent_kafka.serialization import MessageField, SerializationContext

from records import TOPICS


@dataclass(frozen=True)
class Source:
    """Where the topics are; by the same variables as liveroom itself."""

    brokers: str
    registry: str
    prefix: str
    group: str

    @staticmethod
    def from_environment(group: str) -> "Source":
        return Source(
            os.environ.get("LIVEROOM_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
            os.environ.get("LIVEROOM_REGISTRY_URL", "http://127.0.0.1:8081/apis/ccompat/v7"),
            os.environ.get("LIVEROOM_TOPICS_PREFIX", "liveroom"),
            os.environ.get("CONSUMER_GROUP", group),
        )


@dataclass(frozen=True)
class Record:
    """A record with its topic's short name; the value of a tombstone is None."""

    topic: str
    key: str
    value: Any


def read_topics(
    source: Source, topics: list[str], stop: threading.Event, idle_exit: float | None = None
) -> Iterator[Record]:
    """Yields records, one partition's in order, until told to stop or idle for that many seconds.

    An offset is stored for the next commit only after its record has been taken.
    """
    names = {f"{source.prefix}.{TOPICS[topic]}": topic for topic in topics}
    values = AvroDeserializer(SchemaRegistryClient({"url": source.registry}))
    consumer = Consumer(
        {
            "bootstrap.servers": source.brokers,
            "group.id": source.group,
            "auto.offset.reset": "earliest",
            "isolation.level": "read_committed",  # what an aborted transaction wrote is never shown
            "enable.auto.offset.store": False,
        }
    )
    consumer.subscribe(list(names))
    last = time.monotonic()
    try:
        while not stop.is_set():
            message = consumer.poll(0.5)
            if message is None:
                if idle_exit is not None and time.monotonic() - last > idle_exit:
                    return
                continue
            last = time.monotonic()
            if message.error():
                raise KafkaException(message.error())
            context = SerializationContext(message.topic(), MessageField.VALUE)
            value = values(message.value(), context) if message.value() is not None else None
            yield Record(names[message.topic()], message.key().decode(), value)
            consumer.store_offsets(message)
    finally:
        consumer.close()  # commits, and leaves the group at once


def stopping() -> threading.Event:
    """Set by Ctrl-C or TERM."""
    stop = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    return stop
