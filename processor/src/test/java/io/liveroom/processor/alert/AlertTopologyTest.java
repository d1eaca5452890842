package io.liveroom.processor.alert;

import static io.liveroom.common.RoomState.ENDED;
import static io.liveroom.common.RoomState.LIVE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertStatus;
import io.liveroom.derived.ChangeKind;
import io.liveroom.processor.DerivedFacts;
import io.liveroom.processor.Driver;
import io.liveroom.processor.Facts;
import io.liveroom.processor.ProcessorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTopologyTest {

  private final DerivedFacts facts = DerivedFacts.usual();
  private final Driver<Alert> driver;

  AlertTopologyTest(@TempDir Path dir) {
    driver = Driver.alert(ProcessorSettings.defaults(dir), dir);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void pass_partitionSilent_staleByTheWallClock() {
    driver.send(facts.session(LIVE, 60));
    passSeconds(185);
    assertThat(stale()).isEmpty();

    passSeconds(10);

    assertThat(stale())
        .extracting(Alert::getStatus, Alert::getStartedAt)
        .containsExactly(tuple(AlertStatus.RAISED, Facts.at(240)));
  }

  @Test
  void pass_finalsOfASilentRoomComeLate_staleAllTheSame() {
    driver.send(facts.session(LIVE, 60), facts.minute(0, 10));
    passSeconds(120);
    driver.send(facts.minute(0, 10));
    passSeconds(75);

    assertThat(stale()).hasSize(1);
  }

  @Test
  void send_timeGoesByLeaps_staleOnlyWhereItStaysSo() {
    DerivedFacts others = new DerivedFacts("7300000000000000002", Facts.START);
    driver.send(facts.session(LIVE, 60), others.session(LIVE, 700));
    passSeconds(5);
    driver.send(facts.session(LIVE, 690), others.session(LIVE, 1400));
    passSeconds(9);
    driver.send(others.session(LIVE, 1409));
    assertThat(stale()).as("in a backlog, as long as news comes").isEmpty();

    passSeconds(2);
    driver.send(others.session(LIVE, 1411));

    assertThat(stale()).singleElement().extracting(Alert::getRoomId).isEqualTo(Facts.ROOM);
  }

  @Test
  void send_tombstoneOnTheWatchlist_whatLastsEnds() {
    driver.send(facts.watched("vip"), facts.session(LIVE, 0));
    driver.send(facts.change(ChangeKind.SOLD_OUT, "cup", 30)).unwatch(Facts.ROOM);
    driver.unwatch("7300000000000000009").pass(Duration.ofSeconds(1));

    assertThat(driver.outputs())
        .extracting(Alert::getRule, Alert::getStatus)
        .containsExactly(
            tuple("room_started", AlertStatus.RAISED),
            tuple("product_sold_out", AlertStatus.RAISED),
            tuple("product_sold_out", AlertStatus.RESOLVED),
            tuple("room_started", AlertStatus.RESOLVED));
    assertThat(driver.outputs()).extracting(Alert::getLabels).allMatch(l -> l.contains("vip"));
  }

  @Test
  void records_published_carryTimeKeyAndHeaders() {
    driver.send(facts.session(LIVE, 0), facts.session(ENDED, 600)).pass(Duration.ofSeconds(1));
    TestRecord<String, Alert> ended =
        driver.records().stream()
            .filter(record -> record.value().getRule().equals("room_ended"))
            .findFirst()
            .orElseThrow();

    assertThat(ended.key()).isEqualTo(Facts.ROOM);
    assertThat(ended.timestamp()).isEqualTo(Facts.at(600).toEpochMilli());
    assertThat(new String(ended.headers().lastHeader("ce_id").value(), UTF_8))
        .isEqualTo(ended.value().getAlertId() + ":RAISED");
  }

  private List<Alert> stale() {
    return driver.outputs().stream()
        .filter(alert -> alert.getRule().equals("collection_stale"))
        .toList();
  }

  private void passSeconds(int seconds) {
    for (int second = 0; second < seconds; second++) {
      driver.pass(Duration.ofSeconds(1));
    }
  }
}
