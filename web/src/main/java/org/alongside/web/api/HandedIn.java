package org.alongside.web.api;

import java.util.List;
import org.alongside.attestation.NewAttestation;
import org.alongside.careplan.Ending;
import org.alongside.careplan.NewAgreement;
import org.alongside.careplan.NewGoal;
import org.alongside.careplan.NewNeedsAssessment;
import org.alongside.careplan.NewReview;
import org.alongside.careplan.NewSay;
import org.alongside.careplan.NewStep;
import org.alongside.careplan.StepService.Blocking;
import org.alongside.casefile.CaseFilter;
import org.alongside.casefile.NameSearch;
import org.alongside.casefile.NewCase;
import org.alongside.casefile.NewNameBasis;
import org.alongside.casefile.NewNameBasis.NewInquiry;
import org.alongside.casefile.NewTelling;
import org.alongside.closing.NewAttempt;
import org.alongside.closing.NewClosing;
import org.alongside.closing.NewGround;
import org.alongside.closing.NewGround.NewHearingOwner;
import org.alongside.closing.NewReopening;
import org.alongside.consent.NewAnswers;
import org.alongside.consent.NewConsent;
import org.alongside.consent.NewExclusion;
import org.alongside.consent.NewInformation;
import org.alongside.consent.NewRefusal;
import org.alongside.consent.Withheld;
import org.alongside.counselling.NewGroup;
import org.alongside.counselling.NewGroup.NewGroupHour;
import org.alongside.counselling.NewGroup.NewMember;
import org.alongside.counselling.NewSession;
import org.alongside.counselling.NewSession.NewAttendance;
import org.alongside.counselling.NewSession.NewHour;
import org.alongside.counselling.NewSession.NewNote;
import org.alongside.counselling.NewSession.NewSummary;
import org.alongside.counselling.NewSession.NewWorry;
import org.alongside.counselling.NewSupervision;
import org.alongside.counselling.NewSupervision.NewMeeting;
import org.alongside.courtorder.NewCourtOrder;
import org.alongside.courtorder.NewCourtOrder.NewObjectionResult;
import org.alongside.courtorder.NewCourtOrder.NewOrderCheck;
import org.alongside.courtorder.NewCourtOrder.NewOrderEnd;
import org.alongside.defence.NewOffence;
import org.alongside.defence.NewOffence.NewDefence;
import org.alongside.disclosure.NewDecision;
import org.alongside.disclosure.NewDisclosure;
import org.alongside.disclosure.NewRecord;
import org.alongside.document.NewDocument;
import org.alongside.emergency.NewEmergencyAccess;
import org.alongside.emergency.NewVerdict;
import org.alongside.evidence.NewEvidence;
import org.alongside.evidence.NewEvidence.NewCheck;
import org.alongside.evidence.NewEvidence.NewCustody;
import org.alongside.followup.NewFollowUp;
import org.alongside.followup.NewFollowUp.NewFollowUpAnswer;
import org.alongside.followup.NewFollowUp.NewReopeningOffer;
import org.alongside.followup.NewFollowUp.NewTry;
import org.alongside.guardian.ExclusionLift;
import org.alongside.guardian.GuardianTurn;
import org.alongside.guardian.NewBestInterests;
import org.alongside.guardian.NewExcludedPerson;
import org.alongside.guardian.NewGuardian;
import org.alongside.guardian.NewSignIn;
import org.alongside.handover.NewHandover;
import org.alongside.healthcare.NewCare.AppointmentTurn;
import org.alongside.healthcare.NewCare.NewAppointment;
import org.alongside.healthcare.NewCare.NewCareEnd;
import org.alongside.healthcare.NewCare.NewDailyHealth;
import org.alongside.healthcare.NewCare.NewExposure;
import org.alongside.healthcare.NewCare.NewForensicAgreement;
import org.alongside.healthcare.NewCare.NewHealthFinding;
import org.alongside.housing.AddressService.NewEscort;
import org.alongside.housing.FamilyService.NewFamily;
import org.alongside.housing.FollowService.NewFollow;
import org.alongside.housing.FollowService.NewSpokenBefore;
import org.alongside.housing.GapService.NewAnswer;
import org.alongside.housing.NewFacility;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.housing.NewFacility.NewBed;
import org.alongside.housing.NewFacility.NewBedClosing;
import org.alongside.housing.NewFacility.NewHouseClosing;
import org.alongside.housing.NewFacility.NewRoom;
import org.alongside.housing.NewHouseRules;
import org.alongside.housing.NewHouseRules.NewRulesText;
import org.alongside.housing.NewHouseRules.NewRulesTold;
import org.alongside.housing.NewPlacement;
import org.alongside.housing.NewPlacement.NewArrival;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.housing.NewPlacement.NewMove;
import org.alongside.housing.NewPlacement.NewOffer;
import org.alongside.housing.StayService.NewTimeAway;
import org.alongside.identification.NewIdentification;
import org.alongside.identification.NewIdentification.NewDecisionTold;
import org.alongside.identification.NewIdentification.NewRecoveryWord;
import org.alongside.identification.NewNotification;
import org.alongside.interview.NewInterview;
import org.alongside.interview.NewInterview.NewAdvice;
import org.alongside.interview.NewInterview.NewCooperation;
import org.alongside.interview.NewInterview.NewInterviewAnswer;
import org.alongside.interview.NewInterview.NewStatement;
import org.alongside.livelihood.NewLiving.LivelihoodEnd;
import org.alongside.livelihood.NewLiving.NewEmployerCheck;
import org.alongside.livelihood.NewLiving.NewLivelihood;
import org.alongside.livelihood.NewLiving.NewVeto;
import org.alongside.livelihood.NewLiving.RetentionAnswer;
import org.alongside.logbook.NewIncident;
import org.alongside.logbook.NewIncident.NewIncidentLook;
import org.alongside.logbook.NewShiftNote;
import org.alongside.logbook.NewShiftNote.NewShiftLine;
import org.alongside.matrix.NewMatrixChange;
import org.alongside.missing.NewMissing;
import org.alongside.missing.NewMissing.HowFound;
import org.alongside.missing.NewMissing.NewMissingStep;
import org.alongside.missing.NewMissing.NewPoliceReport;
import org.alongside.missing.NewMissing.NewReturnTalk;
import org.alongside.notice.NewNoticeChoice;
import org.alongside.notice.NewOnCall;
import org.alongside.organisation.ClosedDay;
import org.alongside.organisation.DepartureService.NewDeparture;
import org.alongside.organisation.NewOrganisation;
import org.alongside.organisation.NewService;
import org.alongside.organisation.NewWorker;
import org.alongside.organisation.OfferService.Room;
import org.alongside.organisation.OrganisationService.NewTeam;
import org.alongside.organisation.OrganisationService.Suspension;
import org.alongside.organisation.TeamService.NewAbsence;
import org.alongside.organisation.TeamService.NewAssignment;
import org.alongside.outcome.NewLaterMeasure;
import org.alongside.outcome.NewMeasure;
import org.alongside.outcome.NewNo;
import org.alongside.outcome.NewScale;
import org.alongside.oversight.AuditQuery;
import org.alongside.police.NewPoliceRecord;
import org.alongside.police.NewPoliceRecord.NewPoliceNote;
import org.alongside.police.NewPoliceRecord.NewPoliceShare;
import org.alongside.police.NewPoliceRecord.NewProtectionNeed;
import org.alongside.proceeding.NewCost;
import org.alongside.proceeding.NewCost.NewRefund;
import org.alongside.proceeding.NewCounsel;
import org.alongside.proceeding.NewCounsel.NewConflictCheck;
import org.alongside.proceeding.NewCounsel.NewCourt;
import org.alongside.proceeding.NewCounsel.NewMandate;
import org.alongside.proceeding.NewCounsel.NewMandateEnd;
import org.alongside.proceeding.NewCourtCalendar;
import org.alongside.proceeding.NewDeadline;
import org.alongside.proceeding.NewDeadline.NewDeadlineEnd;
import org.alongside.proceeding.NewDeadline.NewPermit;
import org.alongside.proceeding.NewHearingDay;
import org.alongside.proceeding.NewHearingDay.NewHearingResult;
import org.alongside.proceeding.NewHearingDay.NewProtectionAnswer;
import org.alongside.proceeding.NewMatter;
import org.alongside.proceeding.NewStage;
import org.alongside.proceeding.NewStage.NewAppealAnswer;
import org.alongside.proceeding.NewStage.NewMatterAppeal;
import org.alongside.proceeding.NewStage.NewMatterDecision;
import org.alongside.proceeding.NewStage.NewMatterEnd;
import org.alongside.proceeding.NewTakingBack;
import org.alongside.proceeding.PaymentService.NewPayment;
import org.alongside.proceeding.ProceedingService.NewSupport;
import org.alongside.referral.NewReferral;
import org.alongside.reintegration.NewReintegration;
import org.alongside.reintegration.NewReintegration.NewAim;
import org.alongside.reintegration.NewReintegration.NewGiven;
import org.alongside.reintegration.NewReintegration.NewReading;
import org.alongside.reintegration.NewReintegration.NewReceiver;
import org.alongside.reintegration.NewReintegration.NewReintegrationEnd;
import org.alongside.reintegration.NewReintegration.NewReturnArrival;
import org.alongside.reintegration.NewReintegration.NewReturnHelp;
import org.alongside.reintegration.NewReintegration.NewReturnStep;
import org.alongside.restriction.NewRestriction;
import org.alongside.restriction.NewRestriction.NewLook;
import org.alongside.restriction.NewRestriction.NewProlonging;
import org.alongside.safety.NewAlert;
import org.alongside.safety.NewOverride;
import org.alongside.safety.NewRiskAssessment;
import org.alongside.safety.NewSafetyPlan;
import org.alongside.safety.NewSettlement;
import org.alongside.tie.NewTie;
import org.alongside.tie.RecordedTie;
import org.alongside.tie.TieEnd;
import org.alongside.transfer.ExportService.NewExport;
import org.alongside.transfer.ExportService.Passphrase;
import org.alongside.transfer.ImportService.ImportChoice;
import org.alongside.transfer.NewImport;
import org.alongside.web.api.CaseHousingResource.NewApart;
import org.alongside.web.api.ClosingResource.ClosingSentBack;
import org.alongside.web.api.PlacementResource.NewDecline;
import org.alongside.web.api.ReintegrationResource.NewReintegrationReview;

/** Every record that the API takes in a body or a question; {@code InputFieldsTest} misses none. */
final class HandedIn {
    static final List<Class<?>> RECORDS = List.of(
            NewMatrixChange.class,
            NewCase.class,
            NewCase.Name.class,
            NewNameBasis.class,
            NewInquiry.class,
            NewCase.SafeContact.class,
            CaseFilter.class,
            NameSearch.class,
            NewConsent.class,
            Withheld.class,
            NewAnswers.class,
            NewAnswers.Said.class,
            NewExclusion.class,
            NewInformation.class,
            NewRefusal.class,
            NewGuardian.class,
            GuardianTurn.class,
            NewExcludedPerson.class,
            ExclusionLift.class,
            NewSignIn.class,
            NewAttestation.class,
            NewReferral.class,
            NewGoal.class,
            NewAgreement.class,
            NewNeedsAssessment.class,
            NewNeedsAssessment.NewFound.class,
            NewSay.class,
            NewReview.class,
            PlanCourseResource.PlanRequest.class,
            PlanCourseResource.PlanSentBack.class,
            NewStep.class,
            NewMatter.class,
            NewHearingDay.class,
            NewPayment.class,
            NewCounsel.class,
            NewConflictCheck.class,
            NewMandate.class,
            NewMandateEnd.class,
            NewCourt.class,
            NewStage.class,
            NewMatterDecision.class,
            NewMatterAppeal.class,
            NewAppealAnswer.class,
            NewMatterEnd.class,
            NewCost.class,
            NewRefund.class,
            NewTakingBack.class,
            NewEvidence.class,
            NewCustody.class,
            NewCheck.class,
            NewCourtCalendar.class,
            NewDeadline.class,
            NewPermit.class,
            NewDeadlineEnd.class,
            NewProtectionAnswer.class,
            NewHearingResult.class,
            NewSupport.class,
            Ending.class,
            Blocking.class,
            NewOrganisation.class,
            NewTeam.class,
            Suspension.class,
            NewWorker.class,
            NewService.class,
            Room.class,
            ClosedDay.class,
            NewAbsence.class,
            NewAssignment.class,
            NewDeparture.class,
            NewClosing.class,
            NewAttempt.class,
            NewReopening.class,
            ClosingSentBack.class,
            NewHandover.class,
            NewHandover.Item.class,
            HandoverResource.HandoverSentBack.class,
            NewNoticeChoice.class,
            NewOnCall.class,
            NewTie.class,
            RecordedTie.class,
            TieEnd.class,
            NewImport.class,
            ImportChoice.class,
            NewExport.class,
            Passphrase.class,
            NewEmergencyAccess.class,
            NewVerdict.class,
            NewTelling.class,
            NewDisclosure.class,
            NewDecision.class,
            NewRecord.class,
            NewNotification.class,
            NewIdentification.class,
            NewDecisionTold.class,
            NewRecoveryWord.class,
            NewFacility.class,
            NewRoom.class,
            NewBed.class,
            NewBedClosing.class,
            NewHouseClosing.class,
            NewHouseRules.class,
            NewRulesText.class,
            NewRulesTold.class,
            NewRestriction.class,
            NewGround.class,
            NewHearingOwner.class,
            NewBestInterests.class,
            NewFollowUp.class,
            NewFollowUpAnswer.class,
            NewTry.class,
            NewReopeningOffer.class,
            NewReintegration.class,
            NewReceiver.class,
            NewReturnStep.class,
            NewReturnArrival.class,
            NewReturnHelp.class,
            NewAim.class,
            NewReading.class,
            NewGiven.class,
            NewReintegrationEnd.class,
            NewReintegrationReview.class,
            NewProlonging.class,
            NewLook.class,
            NewAddress.class,
            NewPlacement.class,
            NewApart.class,
            NewFamily.class,
            NewOffer.class,
            NewDecline.class,
            NewArrival.class,
            NewTimeAway.class,
            NewMove.class,
            NewEnd.class,
            NewEscort.class,
            NewFollow.class,
            NewSpokenBefore.class,
            NewAnswer.class,
            NewRiskAssessment.class,
            NewRiskAssessment.NewFinding.class,
            NewOverride.class,
            NewSafetyPlan.class,
            NewAlert.class,
            NewSettlement.class,
            NewMissing.class,
            NewMissingStep.class,
            NewPoliceReport.class,
            HowFound.class,
            NewReturnTalk.class,
            NewShiftNote.class,
            NewShiftLine.class,
            NewIncident.class,
            NewIncidentLook.class,
            NewHealthFinding.class,
            NewForensicAgreement.class,
            NewAppointment.class,
            AppointmentTurn.class,
            NewDailyHealth.class,
            NewInterview.class,
            NewInterviewAnswer.class,
            NewAdvice.class,
            NewStatement.class,
            NewCooperation.class,
            NewPoliceRecord.class,
            NewPoliceNote.class,
            NewProtectionNeed.class,
            NewPoliceShare.class,
            NewOffence.class,
            NewDefence.class,
            NewCourtOrder.class,
            NewOrderCheck.class,
            NewObjectionResult.class,
            NewOrderEnd.class,
            NewExposure.class,
            NewCareEnd.class,
            NewLivelihood.class,
            LivelihoodEnd.class,
            RetentionAnswer.class,
            NewVeto.class,
            NewEmployerCheck.class,
            NewMeasure.class,
            NewLaterMeasure.class,
            NewNo.class,
            NewScale.class,
            NewScale.NewScaleItem.class,
            NewScale.NewScaleAnswer.class,
            NewScale.NewScaleBand.class,
            NewSession.class,
            NewHour.class,
            NewAttendance.class,
            NewWorry.class,
            NewNote.class,
            NewSummary.class,
            NewGroup.class,
            NewMember.class,
            NewGroupHour.class,
            NewSupervision.class,
            NewMeeting.class,
            NewDocument.class,
            NewDocument.NewVersion.class,
            NewDocument.NewTitle.class,
            NewDocument.NewWithdrawal.class,
            AuditQuery.class);

    private HandedIn() {}
}
