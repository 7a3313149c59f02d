package org.alongside.web.api;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.AlertId;
import org.alongside.shared.AttestationId;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.ClosingId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.CourtOrderId;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.DocumentId;
import org.alongside.shared.DraftId;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.ExcludedPersonId;
import org.alongside.shared.ExclusionId;
import org.alongside.shared.ExportId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.FilterId;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.GoalId;
import org.alongside.shared.GroupId;
import org.alongside.shared.GuardianId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Ids;
import org.alongside.shared.ImportId;
import org.alongside.shared.IncidentId;
import org.alongside.shared.InterviewId;
import org.alongside.shared.MatrixChangeId;
import org.alongside.shared.MatterId;
import org.alongside.shared.MissingId;
import org.alongside.shared.NonPunishmentId;
import org.alongside.shared.OnCallId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.PurposeAnswerId;
import org.alongside.shared.QuestionId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ReintegrationId;
import org.alongside.shared.RestrictionId;
import org.alongside.shared.RoomId;
import org.alongside.shared.ServiceId;
import org.alongside.shared.SessionId;
import org.alongside.shared.ShiftLineId;
import org.alongside.shared.ShiftNoteId;
import org.alongside.shared.SignInId;
import org.alongside.shared.SittingId;
import org.alongside.shared.StepId;
import org.alongside.shared.SupervisionId;
import org.alongside.shared.SupportId;
import org.alongside.shared.TeamId;
import org.alongside.shared.TieId;
import org.alongside.shared.UrgentCareId;
import org.alongside.shared.WarningId;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.OperationService.JobId;
import org.alongside.worklist.WorklistService.TaskId;

/** Ids in addresses; what is not one is not there. */
@Provider
public class PathIds implements ParamConverterProvider {

    /** How each kind of id is read from text. */
    static final Map<Class<?>, Function<String, ?>> READERS = Map.ofEntries(
            Map.entry(AbsenceId.class, AbsenceId::of),
            Map.entry(AlertId.class, AlertId::of),
            Map.entry(ImportId.class, ImportId::of),
            Map.entry(ExportId.class, ExportId::of),
            Map.entry(CaseId.class, CaseId::of),
            Map.entry(ClosingId.class, ClosingId::of),
            Map.entry(ExclusionId.class, ExclusionId::of),
            Map.entry(PurposeAnswerId.class, PurposeAnswerId::of),
            Map.entry(BedId.class, BedId::of),
            Map.entry(FacilityId.class, FacilityId::of),
            Map.entry(RestrictionId.class, RestrictionId::of),
            Map.entry(GroupId.class, GroupId::of),
            Map.entry(SessionId.class, SessionId::of),
            Map.entry(SittingId.class, SittingId::of),
            Map.entry(SupervisionId.class, SupervisionId::of),
            Map.entry(WarningId.class, WarningId::of),
            Map.entry(FollowUpId.class, FollowUpId::of),
            Map.entry(ReintegrationId.class, ReintegrationId::of),
            Map.entry(SupportId.class, SupportId::of),
            Map.entry(RoomId.class, RoomId::of),
            Map.entry(IncidentId.class, IncidentId::of),
            Map.entry(ShiftLineId.class, ShiftLineId::of),
            Map.entry(ShiftNoteId.class, ShiftNoteId::of),
            Map.entry(AttestationId.class, AttestationId::of),
            Map.entry(HandoverId.class, HandoverId::of),
            Map.entry(ConsentId.class, ConsentId::of),
            Map.entry(DisclosureId.class, DisclosureId::of),
            Map.entry(DraftId.class, DraftId::of),
            Map.entry(EmergencyAccessId.class, EmergencyAccessId::of),
            Map.entry(ExcludedPersonId.class, ExcludedPersonId::of),
            Map.entry(FilterId.class, FilterId::of),
            Map.entry(GoalId.class, GoalId::of),
            Map.entry(GuardianId.class, GuardianId::of),
            Map.entry(MatrixChangeId.class, MatrixChangeId::of),
            Map.entry(DocumentId.class, DocumentId::of),
            Map.entry(MatterId.class, MatterId::of),
            Map.entry(MissingId.class, MissingId::of),
            Map.entry(OnCallId.class, OnCallId::of),
            Map.entry(OrganisationId.class, OrganisationId::of),
            Map.entry(PlacementId.class, PlacementId::of),
            Map.entry(ReferralId.class, ReferralId::of),
            Map.entry(ServiceId.class, ServiceId::of),
            Map.entry(SignInId.class, SignInId::of),
            Map.entry(StepId.class, StepId::of),
            Map.entry(TeamId.class, TeamId::of),
            Map.entry(TieId.class, TieId::of),
            Map.entry(WorkerId.class, WorkerId::of),
            Map.entry(UrgentCareId.class, UrgentCareId::of),
            Map.entry(InterviewId.class, InterviewId::of),
            Map.entry(NonPunishmentId.class, NonPunishmentId::of),
            Map.entry(CourtOrderId.class, CourtOrderId::of),
            Map.entry(QuestionId.class, QuestionId::of),
            Map.entry(UUID.class, Ids::parse),
            Map.entry(TaskId.class, text -> new TaskId(enginesOwn(text))),
            Map.entry(JobId.class, text -> new JobId(enginesOwn(text))));

    private static final Pattern ENGINES_OWN = Pattern.compile("[0-9A-Za-z-]{1,64}");

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return READERS.containsKey(type) ? new Converter<>(type, READERS.get(type)) : null;
    }

    private static String enginesOwn(String text) {
        if (!ENGINES_OWN.matcher(text).matches()) {
            throw Refusal.notThere();
        }
        return text;
    }

    private record Converter<T>(Class<T> type, Function<String, ?> reader) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return type.cast(reader.apply(text));
        }

        @Override
        public String toString(T id) {
            return String.valueOf(id);
        }
    }
}
