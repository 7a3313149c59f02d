package org.alongside.healthcare;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.code.CodeOf;

/** What is handed in of her health, kind by kind. */
public interface NewCare {
    /**
     * What was found.
     *
     * @param need code of health_need
     * @param words more of it, or null
     */
    record NewHealthFinding(
            @NotNull @CodeOf("health_need") String need,
            @Size(max = 2000) String words,
            @NotNull LocalDate foundOn) {}

    /**
     * When she is expected by somebody who treats her; she has agreed to it.
     *
     * @param appointmentAt UTC
     * @param place what kind of place, code of appointment_place
     * @param carer by whom she wants to be examined, code of carer_choice
     * @param carerPromised whether the provider has promised that
     * @param escort whether somebody goes with her
     * @param interpreter code of interpreter
     * @param need what it is for, code of health_need; for whoever leads null
     */
    record NewAppointment(
            @NotNull Instant appointmentAt,
            @NotNull @CodeOf("appointment_place") String place,
            @NotNull @CodeOf("carer_choice") String carer,
            boolean carerPromised,
            boolean escort,
            @NotNull @CodeOf("interpreter") String interpreter,
            @CodeOf("health_need") String need) {}

    /**
     * What became of an appointment.
     *
     * @param state code of appointment_state; PLANNED moves it, or says that the provider promised whom she wants
     * @param appointmentAt when it is by then, UTC, where it is moved, or null
     */
    record AppointmentTurn(
            @NotNull @CodeOf("appointment_state") String state, Instant appointmentAt, boolean carerPromised) {}

    /**
     * What others must know to look after her.
     *
     * @param kind code of health_daily_kind
     * @param what code of allergy, medicine_kept, infection_precaution or functional_limit, by the kind
     * @param words more of it, or null; never with a medicine
     * @param times hours of the day at which she takes something, as 08:00; for a medicine alone
     */
    record NewDailyHealth(
            @NotNull @CodeOf("health_daily_kind") String kind,
            @NotNull @Size(max = 40) String what,
            @Size(max = 200) String words,
            List<String> times) {}

    /**
     * That a forensic examination is agreed to.
     *
     * @param giver code of consent_giver
     * @param language in which it was told what is done, with what, for whom; code of language
     * @param interpreter code of interpreter
     */
    record NewForensicAgreement(
            @NotNull @CodeOf("consent_giver") String giver,
            @NotNull @CodeOf("language") String language,
            @NotNull @CodeOf("interpreter") String interpreter) {}

    /**
     * That something happened after which care cannot wait.
     *
     * @param kinds what it is needed for, codes of health_window
     * @param exposedAt when it happened, as near as she says, UTC
     */
    record NewExposure(
            @NotNull @CodeOf("health_window") List<String> kinds,
            @NotNull Instant exposedAt) {}

    /**
     * How it ended.
     *
     * @param outcome code of urgent_care_end
     * @param words more of it, for who treats her, or null
     */
    record NewCareEnd(
            @NotNull @CodeOf("urgent_care_end") String outcome,
            @Size(max = 500) String words) {}
}
