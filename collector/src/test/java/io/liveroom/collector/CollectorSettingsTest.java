package io.liveroom.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liveroom.collector.CollectorSettings.Budget;
import io.liveroom.collector.CollectorSettings.Chat;
import io.liveroom.collector.CollectorSettings.Limits;
import io.liveroom.collector.CollectorSettings.Platform;
import io.liveroom.collector.CollectorSettings.Poll;
import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Transport;
import io.liveroom.collector.CollectorSettings.Users;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A settings record that exists is valid; what is wrong names its key, its rule and its value. */
class CollectorSettingsTest {

  private static final URI URL = URI.create("http://platform.example/base");
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final Secret TOKEN = Secret.ofValue("a token");
  private static final Secret KEY = Secret.ofValue("a key that is long enough");

  @Test
  void defaults_usual_areValid() {
    CollectorSettings settings = CollectorSettings.defaults("worker-1", URL, TOKEN, KEY);
    assertThat(settings.chat().connectsPerSecond()).isEqualTo(100);
    assertThat(settings.poll().isByHeat()).isTrue();
  }

  @Test
  void id_withSpace_isRefused() {
    wrong(
        () -> CollectorSettings.defaults("worker 1", URL, TOKEN, KEY),
        "liveroom.collector.id must be letters, digits, . _ -, but is worker 1");
  }

  @Test
  void platform_wrongUrlOrToken_isRefusedWithoutTellingTheToken() {
    wrong(() -> new Platform(URI.create("ftp://host"), TOKEN), "liveroom.platform.url");
    wrong(() -> new Platform(URI.create("http:///path"), TOKEN), "liveroom.platform.url");
    assertThatThrownBy(() -> new Platform(URI.create("http://host/?token=hidden"), TOKEN))
        .hasMessageContaining("liveroom.platform.url")
        .hasMessageNotContaining("hidden");
    wrong(() -> new Platform(URL, Secret.ofValue(" ")), "liveroom.platform.token");
  }

  @Test
  void poll_noIntervalOrBatch_isRefused() {
    wrong(() -> poll(Duration.ZERO, 50, TEN), "liveroom.poll.status.interval");
    wrong(() -> poll(TEN, 0, TEN), "liveroom.poll.status.batch-size must be from 1 to 500");
    wrong(() -> poll(TEN, 501, TEN), "liveroom.poll.status.batch-size");
    wrong(() -> poll(TEN, 50, TEN.negated()), "liveroom.rooms.leave-after");
  }

  @Test
  void chat_noTimeOrRate_isRefused() {
    wrong(() -> chat(Duration.ZERO, 100), "liveroom.chat.silence");
    wrong(() -> chat(TEN, 0), "liveroom.chat.connects-per-second must be from 1 to 10000");
  }

  @Test
  void privacy_pseudonymsWithoutKey_isRefusedWithoutTellingIt() {
    Secret shortKey = Secret.ofValue("hidden");
    assertThatThrownBy(() -> new Privacy(Users.PSEUDONYM, Text.KEEP, shortKey))
        .hasMessageContaining("liveroom.privacy.key")
        .hasMessageNotContaining("hidden");
    assertThat(new Privacy(Users.DROP, Text.KEEP, shortKey).users()).isEqualTo(Users.DROP);
  }

  @Test
  void budgetAndLimits_beyondTheirBounds_areRefused() {
    wrong(() -> new Budget(0, 1), "liveroom.budget.requests-per-second");
    wrong(() -> new Budget(1, 0), "liveroom.budget.concurrency");
    wrong(() -> new Limits(10, 4096), "liveroom.limits.body");
    wrong(() -> new Limits(4096, 10), "liveroom.limits.frame");
  }

  private static Poll poll(Duration status, int batchSize, Duration leaveAfter) {
    return new Poll(status, batchSize, TEN, TEN, TEN, TEN, true, leaveAfter);
  }

  private static Chat chat(Duration silence, int connects) {
    return new Chat(Transport.AUTO, TEN, silence, TEN, TEN, connects);
  }

  private static void wrong(Runnable makes, String message) {
    assertThatThrownBy(makes::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
