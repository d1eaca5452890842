package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.collector.Secret;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What is kept of unreadable bytes, and what is never. */
class PayloadMaskTest {

  private static final PrivacyFilter PSEUDONYM = filter(Users.PSEUDONYM, Text.KEEP);

  @Example
  void mask_message_keepsWhatNamesNobody() {
    assertThat(
            masked(
                "{\"type\":\"WebcastGiftMessage\",\"nickname\":\"Ann 7\",\"count\":\"12\",\"x\":987,"
                    + "\"gift\":{\"name\":\"rose\"},\"user\":{\"name\":\"Ann\",\"age\":31}"))
        .isEqualTo(
            "{\"type\":\"WebcastGiftMessage\",\"nickname\":\"xxx 0\",\"count\":\"12\",\"x\":0,"
                + "\"gift\":{\"name\":\"rose\"},\"user\":{\"name\":\"xxx\",\"age\":0}");
  }

  @Example
  void mask_userId_isAPseudonymMarkedAsOne() {
    String shown = masked("{\"uid\":42,\"user\":{\"id_str\":\"43\",\"id\":44.5}}");
    String expected = PSEUDONYM.userId("42");
    assertThat(shown).startsWith("{\"uid\":\"~" + expected + "\",").doesNotContain("43", "44");
    assertThat(masked("{\"uid\":\"111111\"}")).isEqualTo("{\"uid\":\"111111\"}");
    byte[] dropped =
        PayloadMask.mask(
            "{\"uid\":42}".getBytes(UTF_8), Endpoint.CHAT, filter(Users.DROP, Text.KEEP));
    assertThat(new String(dropped, UTF_8)).isEqualTo("{\"uid\":\"\"}");
  }

  @Example
  void mask_words_loseTheNameInFrontOrAll() {
    assertThat(masked("{\"content\":\"Ann:hello\",\"nickname\":\"\\u0041nn\"}"))
        .startsWith("{\"content\":\"hello\"");
    assertThat(masked("{\"content\":\"Ann:hello\"}")).isEqualTo("{\"content\":\"\"}");
    assertThat(masked("{\"content\":\"hello\",\"nick")).startsWith("{\"content\":\"\"");
    assertThat(masked("{\"content\":\"Ann:送给主播 2个花\"}")).isEqualTo("{\"content\":\"送给主播 2个花\"}");
    assertThat(masked("{\"text\":\"I am Ann\",\"nickname\":\"Ann\"}")).startsWith("{\"text\":\"\"");
  }

  @Example
  void mask_valueThatIsNotWhatItsKeySays_isNotShownAndNotTakenForAbsent() {
    assertThat(masked("{\"count\":\"Ann has 3\"}")).isEqualTo("{\"count\":{\"masked\":true}}");
    assertThat(masked("{\"msg_id\":\"安\"}")).isEqualTo("{\"msg_id\":{\"masked\":true}}");
  }

  /**
   * Wherever bytes are cut off, flipped or put in, a viewer's marks do not get through. (Where the
   * two halves of two values are glued together, no mask can know it.)
   */
  @Property(tries = 5000, shrinking = ShrinkingMode.OFF)
  void mask_tornBytes_neverShowsAViewer(@ForAll Random random) {
    String one =
        "{\"method\":\"WebcastChatMessage\",\"msg_id\":7301444703847710821,\"payload\":{\"content\":"
            + "\"Canaryname:送给主播 1个小心心\",\"user\":{\"user_id\":900000555001,\"nickname\":"
            + "\"Canaryname\",\"unique_id\":\"Canaryhandle\",\"sec_uid\":\"\\\"Canarysec\\\"\","
            + "\"avatar\":\"http://Canaryavatar\",\"signature\":\"Canarysignature\"}}}";
    byte[] body = ("{\"data\":[" + one + "," + one + "]}").getBytes(UTF_8);
    byte[] torn = Mutations.torn(body, random);
    byte[] shown = PayloadMask.mask(torn, Endpoint.CHAT, PSEUDONYM);
    assertThat(new String(shown, ISO_8859_1)).doesNotContain("Canary", "900000555001");
  }

  @Property(tries = 500)
  void mask_anyBytes_isHarmless(@ForAll byte[] bytes) {
    assertThat(PayloadMask.mask(bytes, Endpoint.CHAT, PSEUDONYM)).isNotNull();
  }

  @Example
  void without_secretsInTheirForms_starsThemOut() {
    byte[] shown = PayloadMask.without("a=t/k&b=t%2Fk.".getBytes(UTF_8), List.of("t/k", "t%2Fk"));
    assertThat(new String(shown, UTF_8)).isEqualTo("a=***&b=*****.");
  }

  private static String masked(String text) {
    return new String(PayloadMask.mask(text.getBytes(UTF_8), Endpoint.CHAT, PSEUDONYM), UTF_8);
  }

  private static PrivacyFilter filter(Users users, Text text) {
    return new PrivacyFilter(new Privacy(users, text, Secret.ofValue("a key that is long enough")));
  }
}
