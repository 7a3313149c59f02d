package org.alongside.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Category;
import org.alongside.casefile.CaseService.AnonymousContact;
import org.alongside.casefile.CaseService.ChildNotification;
import org.alongside.casefile.DraftService.NewDraft;
import org.alongside.casefile.NewCase;
import org.alongside.consent.NewConsent;
import org.alongside.organisation.ServiceOffer;
import org.alongside.referral.NewReferral;
import org.alongside.referral.ReferralView;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Page;
import org.alongside.shared.Reason;
import org.alongside.shared.ServiceId;
import org.alongside.shared.TeamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API reads exactly what it asks for, and writes ids, instants and absence plainly. */
class JsonTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-9000-000000000003");

    private final ObjectMapper json = Json.mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\": \"eng\", \"code\": \"eng\"}",
                "{\"code\": \"eng\", \"dialect\": \"x\"}",
                "{\"code\": 5}",
                "{\"code\": true}",
                "{\"code\": 1.5}",
                "{\"code\": [\"eng\"]}",
                "{\"code\": {\"a\": 1}}",
                "{\"code\": \"eng\"} {}",
                "{code: \"eng\"}",
                "{'code': 'eng'}",
                "{\"code\": \"eng\",}",
                "[\"eng\", \"NONE\"]",
                "\"eng\"",
                ""
            })
    void a_language_is_an_object_of_two_texts_and_nothing_else(String body) {
        assertThatThrownBy(() -> json.readValue(body, NewCase.Language.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"note\": \"x\"}", "{\"inDanger\": null}", "{\"inDanger\": \"true\"}", "{\"inDanger\": 1}"})
    void that_nobody_is_in_danger_has_to_be_said(String body) {
        assertThatThrownBy(() -> json.readValue(body, NewCase.Safety.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stated\": \"27\"}",
                "{\"stated\": 27.0}",
                "{\"stated\": true}",
                "{\"stated\": 99999999999}",
                "{\"birthDate\": 11000}",
                "{\"birthDate\": [2000, 1, 31]}",
                "{\"birthDate\": \"2000-02-30\"}",
                "{\"birthDate\": \"+12000-01-01\"}",
                "{\"birthDate\": \"2000-01-01T00:00:00Z\"}",
                "{\"birthDate\": \"\"}"
            })
    void an_age_is_a_whole_number_and_a_birth_date_a_day(String body) {
        String whole = "{\"maybeChild\": false, " + body.substring(1);
        assertThatThrownBy(() -> json.readValue(whole, org.alongside.casefile.Age.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"2026-01-31\"", "1769850000", "\"2026-01-31T09:30:00\"", "\"+20000-01-01T00:00:00Z\"", "\"\""})
    void an_instant_has_an_offset_and_a_year_that_can_be_kept(String instant) {
        assertThatThrownBy(() -> json.readValue("{\"notifiedAt\": " + instant + "}", ChildNotification.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void an_instant_may_be_told_in_any_offset() throws Exception {
        ChildNotification told =
                json.readValue("{\"notifiedAt\": \"2026-01-31T10:30:00+01:00\"}", ChildNotification.class);

        assertThat(told.notifiedAt()).isEqualTo(Instant.parse("2026-01-31T09:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"needs\": [null]}",
                "{\"needs\": \"MEDICAL\"}",
                "{\"needs\": [[\"MEDICAL\"]]}",
                "{\"needs\": {\"0\": \"MEDICAL\"}}"
            })
    void a_list_is_a_list_without_gaps(String body) {
        String whole = "{\"inDanger\": false, \"language\": \"eng\", " + body.substring(1);
        assertThatThrownBy(() -> json.readValue(whole, AnonymousContact.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"urgency\": \"urgent\"}",
                "{\"urgency\": 0}",
                "{\"urgency\": \"\"}",
                "{\"categories\": [\"EVERYTHING\"]}",
                "{\"categories\": [0]}",
                "{\"service\": \"1\"}",
                "{\"service\": 1}",
                "{\"service\": {\"value\": \"00000000-0000-4000-9000-000000000003\"}}",
                "{\"service\": \"\"}"
            })
    void a_referral_names_codes_and_ids_as_texts(String body) {
        assertThatThrownBy(() -> json.readValue(body, NewReferral.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void what_is_nested_too_deep_is_not_read_to_its_end() {
        String deep = "{\"answers\": " + "[".repeat(40) + "]".repeat(40) + "}";

        assertThatThrownBy(() -> json.readValue(deep, DraftsResource.Answers.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("nesting depth");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_examples_of_the_description_can_be_read(String operation, Class<?> type) throws Exception {
        assertThat(json.readValue(getClass().getResourceAsStream("examples/" + operation + ".json"), type))
                .isNotNull();
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> examples() {
        return Map.<String, Class<?>>ofEntries(
                        Map.entry("openCase", NewCase.class),
                        Map.entry("checkIntake", NewCase.class),
                        Map.entry("recordContact", AnonymousContact.class),
                        Map.entry("changeName", NewCase.Name.class),
                        Map.entry("changeContact", NewCase.SafeContact.class),
                        Map.entry("notifyChildAuthority", ChildNotification.class),
                        Map.entry("recordConsent", NewConsent.class),
                        Map.entry("refer", NewReferral.class),
                        Map.entry("previewReferral", NewReferral.class),
                        Map.entry("resubmitReferral", NewReferral.class),
                        Map.entry("sendBackReferral", SenderResource.SentBack.class),
                        Map.entry("answerQuestion", SenderResource.Answer.class),
                        Map.entry("revokeReferral", SenderResource.Revocation.class),
                        Map.entry("askQuestion", RecipientResource.Question.class),
                        Map.entry("acceptReferral", RecipientResource.Acceptance.class),
                        Map.entry("declineReferral", RecipientResource.Decline.class),
                        Map.entry("completeReferral", RecipientResource.Completion.class),
                        Map.entry("beginDraft", NewDraft.class),
                        Map.entry("saveDraft", DraftsResource.Answers.class),
                        Map.entry("changeDecisionTable", DecisionTablesResource.Change.class),
                        Map.entry("moveClock", OperationsResource.Step.class))
                .entrySet()
                .stream()
                .map(entry -> org.junit.jupiter.params.provider.Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void ids_are_texts_and_what_is_absent_is_left_out() {
        JsonNode service = json.valueToTree(new ServiceOffer(
                new ServiceId(ID),
                new OrganisationId(ID),
                "Willow Rooms",
                "SHELTER",
                new TeamId(ID),
                "SHELTER",
                "Safe house",
                "HARBOUR",
                false,
                false,
                Optional.of(18),
                Optional.empty(),
                List.of(),
                List.of("eng"),
                List.of(),
                "PLACES",
                Optional.of(Instant.parse("2026-01-31T09:30:00Z")),
                true,
                Optional.empty()));

        assertThat(service.get("id").asText()).isEqualTo(ID.toString());
        assertThat(service.get("minAge").asInt()).isEqualTo(18);
        assertThat(service.get("capacityToldAt").asText()).isEqualTo("2026-01-31T09:30:00Z");
        assertThat(service.get("sexes").isArray()).isTrue();
        assertThat(service.has("maxAge")).isFalse();
        assertThat(service.has("agreementUntil")).isFalse();
        assertThat(service.has("shelter")).as("a question is not a field").isFalse();
        assertThat(service.has("policeOrProsecution")).isFalse();
    }

    @Test
    void a_page_without_more_has_no_cursor() {
        assertThat(json.valueToTree(new Page<>(List.of("a"), Optional.empty())).toString())
                .isEqualTo("{\"items\":[\"a\"]}");
    }

    @Test
    void a_reason_inside_an_answer_points_to_its_field() {
        assertThat(json.valueToTree(Reason.at("accompaniedBy", "parent-only")).toString())
                .isEqualTo("{\"pointer\":\"/accompaniedBy\",\"code\":\"parent-only\"}");
        assertThat(json.valueToTree(Reason.of("ran-out", Instant.EPOCH)).toString())
                .isEqualTo("{\"code\":\"ran-out\",\"values\":[\"1970-01-01T00:00:00Z\"]}");
    }

    @Test
    void the_card_alone_says_so() throws Exception {
        JsonNode view =
                json.readTree(json.writerFor(ReferralView.class).writeValueAsString(new ReferralView.CardOnly(null)));

        assertThat(view.get("view").asText()).isEqualTo("CARD");
        assertThat(view.has("version")).isFalse();
    }

    @Test
    void kinds_of_information_are_read_in_their_order() throws Exception {
        NewReferral referral =
                json.readValue("{\"categories\": [\"SAFETY_RISK\", \"IDENTITY\", \"IDENTITY\"]}", NewReferral.class);

        assertThat(referral.categories()).containsExactly(Category.IDENTITY, Category.SAFETY_RISK);
    }

    @Test
    void a_duration_is_text() throws Exception {
        assertThat(json.readValue("{\"forward\": \"PT6H\"}", OperationsResource.Step.class)
                        .forward())
                .isEqualTo(Duration.ofHours(6));
        assertThatThrownBy(() -> json.readValue("{\"forward\": 3600}", OperationsResource.Step.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void every_kind_of_id_is_written_and_read_as_text() throws Exception {
        for (Class<?> type : PathIds.READERS.keySet()) {
            if (type.getPackage().equals(CaseId.class.getPackage())) {
                Object id = json.readValue("\"" + ID + "\"", type);
                assertThat(json.writeValueAsString(id)).as(type.getSimpleName()).isEqualTo("\"" + ID + "\"");
            }
        }
    }
}
