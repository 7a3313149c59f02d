package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the API with every demo person, with nobody and with a session cookie: who has business there gets
 * through, everybody else is told that it is not allowed, or that there is nothing, and every answer is as the served description says.
 * An operation that is not in the table fails the build.
 */
class ApiRolesTest {

    static final List<String> PEOPLE = List.of(
            "mina", "jonas", "ilse", "tomas", "farah", "sana", "petra", "luis", "grace", "noor", "elif", "daniel",
            "marta", "amina", "hugo", "kim", "ada", "yusuf", "irene", "leo", "teresa", "lin", "vera");

    /** Operation, what it is about, and who may: everybody, those who work here, or {@code -name}, those of them but; a name beside them is one more. */
    private static final String TABLE = """
            readMe                | NONE       | all
            readWaiting           | NONE       | all
            listCodes             | NONE       | all
            readOpenApi           | NONE       | all
            listServices          | NONE       | staff
            listServiceHours      | NONE       | staff
            listColleagues        | NONE       | staff
            listLeads             | NONE       | staff
            listDecisionTables    | NONE       | staff
            readDecisionTable     | STAFF_TABLE | staff
            listTasks             | NONE       | staff teresa
            countTasks            | NONE       | staff teresa
            listTakenTasks        | NONE       | staff teresa
            listAsked             | NONE       | staff teresa

            openCase              | NONE       | mina jonas tomas
            checkIntake           | NONE       | mina jonas tomas
            recordContact         | NONE       | mina jonas tomas
            listDrafts            | NONE       | staff
            beginDraft            | NONE       | staff
            readDraft             | DRAFT      | mina
            saveDraft             | DRAFT      | mina
            discardDraft          | DRAFT      | staff

            listCases             | NONE       | -amina -hugo -kim -ada -leo -vera teresa
            findCase              | CODE       | mina ilse
            findByName            | NONE       | -amina -hugo -kim -ada -leo -vera
            listFilters           | NONE       | -amina -hugo -kim -ada -leo -vera
            saveFilter            | NONE       | -amina -hugo -kim -ada -leo -vera
            forgetFilter          | NONE       | -amina -hugo -kim -ada -leo -vera
            readCase              | CASE       | mina ilse
            readName              | CASE       | mina ilse
            readContact           | CASE       | mina ilse
            printCase             | CASE       | mina ilse
            printPlan             | PLAN       | mina ilse sana petra
            printConsent          | CONSENT    | mina ilse
            changeName            | CASE       | mina
            readNameBasis         | CASE       | mina ilse
            noteNameBasis         | CASE       | mina
            noteIdentityInquiry   | CASE       | mina
            changeContact         | CASE       | mina
            notifyChildAuthority  | CHILD      | mina
            readJourney           | CASE       | mina ilse
            drawCase              | CASE       | mina ilse
            listGuardians         | CHILD      | mina ilse
            recordGuardian        | CHILD      | mina
            turnGuardian          | STANDING   | mina
            excludePerson         | CHILD      | mina
            liftExcludedPerson    | KEPT_OUT   | ilse
            listGuardianWorkers   | CHILD      | mina
            nameSignIn            | MANDATED   | mina
            agreeSignIn           | NAMED      | ilse
            closeSignIn           | NAMED      | mina ilse
            listWaitingSignIns    | NONE       | ilse farah
            readClosing           | CASE       | mina ilse
            proposeClosing        | CASE       | mina
            withdrawClosing       | PROPOSED   | mina
            approveClosing        | PROPOSED   | ilse
            sendBackClosing       | PROPOSED   | ilse
            logContactAttempt     | CASE       | mina
            reopenCase            | CLOSED     | mina
            takeUpCase            | REOPENED   | ilse
            noteClosingGround     | CASE       | mina
            noteHearingOwner      | MATTER     | mina
            listBestInterests     | CHILD      | mina ilse
            noteBestInterests     | CHILD      | mina
            listFollowUps         | CASE       | mina ilse
            readFollowUp          | ASKED_LATER | mina ilse
            tryFollowUp           | ASKED_LATER | mina
            recordFollowUp        | TRIED_LATER | mina
            listLaterScales       | TRIED_LATER | mina
            measureLater          | TRIED_LATER | mina
            offerReopening        | WORRIES    | mina
            listReintegrations    | CASE       | mina ilse
            planReintegration     | CASE       | mina
            readReintegration     | GOES_BACK  | mina ilse
            confirmReceiver       | GOES_BACK  | mina
            arrangeReturn         | GOES_BACK  | mina
            noteReturnHelper      | GOES_BACK  | mina
            departOnReturn        | CAN_LEAVE  | mina
            arriveOnReturn        | ON_HER_WAY | mina
            addReintegrationAim   | STAYS      | mina
            reviewReintegration   | STAYS      | mina
            giveReintegrationSupport | STAYS   | mina
            confirmReintegrationSupport | GIVEN | mina
            endReintegration      | STAYS      | mina

            readHandover          | CASE       | mina ilse
            offerHandover         | AGREED_TO_LEAD | mina
            approveHandover       | LEAD_PROPOSED | ilse
            sendBackHandover      | LEAD_PROPOSED | ilse
            withdrawHandover      | LEAD_PROPOSED | mina ilse
            settleHandover        | LEAD_SENT_BACK | mina ilse
            listHandovers         | NONE       | ilse farah
            readHandoverCard      | LEAD_OFFERED | farah
            acceptHandover        | LEAD_OFFERED | farah
            declineHandover       | LEAD_OFFERED | farah

            listConsents          | CASE       | mina ilse
            recordConsent         | CASE       | mina
            withdrawConsent       | CONSENT    | mina
            readIdentification    | CASE       | mina ilse
            recordIdentification  | CASE       | mina
            tellIdentification    | DECIDED    | mina
            recordRecoveryWord    | DECIDED    | mina
            readInformation       | CASE       | mina ilse
            recordInformation     | CASE       | mina
            listExclusions        | CASE       | mina ilse
            keepBack              | CASE       | mina
            liftExclusion         | KEPT_BACK  | mina
            listRefusals          | CASE       | mina ilse
            recordRefusal         | CASE       | mina
            listPurposes          | CASE       | mina
            listPurposeAnswers    | CASE       | mina ilse
            recordPurposeAnswers  | CASE       | mina
            takeBackPurposeAnswer | ANSWERED   | mina
            listEndingAnswers     | NONE       | staff teresa
            printLedger           | CASE       | mina ilse
            listShared            | CASE       | mina ilse
            listAskedBack         | CASE       | mina ilse
            listAttestations      | NONE       | -amina -hugo -kim -ada -leo -vera
            readAttestation       | ASKED_BACK | mina ilse sana petra
            attestReturn          | ASKED_BACK | sana petra
            stopAsking            | LATE_BACK  | ilse
            readDisclosureRules   | CASE       | mina
            listDisclosures       | CASE       | mina ilse
            proposeDisclosure     | CASE       | mina
            readDisclosure        | TO_DISCLOSE | mina ilse vera
            decideDisclosure      | TO_DISCLOSE | ilse
            takeBackDisclosure    | TO_DISCLOSE | mina
            recordDisclosure      | MAY_DISCLOSE | mina
            tellOfDisclosure      | DISCLOSED  | mina
            readNotification      | CASE       | mina ilse
            proposeNotification   | REFUSES    | mina

            listSuitableServices  | CASE       | mina
            previewReferral       | AGREED     | mina
            refer                 | AGREED     | mina
            listReferrals         | CASE       | mina ilse
            readReferral          | SENT       | mina ilse sana petra
            printReferral         | SENT       | mina ilse sana petra
            readProcess           | SENT       | mina ilse sana petra
            drawReferral          | SENT       | mina ilse sana petra
            approveReferral       | PENDING    | ilse
            sendBackReferral      | PENDING    | ilse
            resubmitReferral      | SENT_BACK  | mina
            reviewReferral        | EMERGENCY  | ilse
            answerQuestion        | ASKED      | mina ilse
            revokeReferral        | SENT       | mina ilse
            declineBySurvivor     | SENT       | mina ilse
            enterInError          | SENT       | ilse
            renewReferral         | RENEWABLE  | mina
            endSearch             | DECLINED   | mina
            checkSafety           | MISSED     | mina ilse

            readCarePlan          | PLAN       | mina ilse sana petra
            listStepOwners        | PLAN       | mina ilse sana petra
            proposeGoal           | PLAN       | mina sana petra
            readNeeds             | PLAN       | mina ilse sana petra
            assessNeeds           | PLAN       | mina sana petra
            recordSay             | PLAN       | mina sana petra
            readPlanCourse        | PLANNED    | mina ilse
            askPlanApproval       | PLANNED    | mina
            approvePlan           | PLAN_ASKED | ilse
            sendBackPlan          | PLAN_ASKED | ilse
            reviewPlan            | PLANNED    | mina
            readGoal              | PLAN       | mina ilse sana petra
            changeGoal            | PLAN       | mina
            agreeGoal             | PLAN       | mina
            endGoal               | PLAN       | mina
            planStep              | CASE_GOAL  | mina
            readStep              | PLAN       | mina ilse sana petra
            changeStep            | PLAN       | mina
            beginStep             | PLAN       | mina sana petra
            blockStep             | PLAN       | mina sana petra
            finishStep            | PLAN       | mina sana petra
            resumeStep            | BLOCKED    | mina sana petra
            handBackStep          | BEGUN      | mina sana petra
            cancelStep            | PLAN       | mina
            listDueSteps          | NONE       | -marta -irene -amina -hugo -kim -ada -leo -vera

            readLegal             | MATTER     | mina ilse daniel
            openMatter            | ADVISED    | daniel
            listDocuments         | CASE       | mina ilse
            bringDocument         | CASE       | mina
            readDocument          | DOCUMENTED | mina ilse
            openDocument          | DOCUMENTED | mina ilse
            addDocumentVersion    | DOCUMENTED | mina
            renameDocument        | DOCUMENTED | mina
            withdrawDocument      | DOCUMENTED | mina
            readMatter            | MATTER     | mina ilse daniel
            changeMatter          | MATTER     | daniel
            takeSupport           | MATTER     | mina daniel
            readCalendarFeed      | NONE       | mina jonas ilse tomas farah sana petra luis grace daniel
            makeCalendarFeed      | NONE       | mina jonas ilse tomas farah sana petra luis grace daniel
            takeCalendarFeedBack  | NONE       | mina jonas ilse tomas farah sana petra luis grace daniel
            readLegalCalendar     | NONE       | mina jonas ilse tomas farah sana petra luis grace daniel
            listCourtCalendars    | NONE       | daniel
            addCourtCalendar      | NONE       | daniel
            changeCourtCalendar   | COURT      | daniel
            readPayments          | MATTER     | daniel
            notePayment           | ORDERED    | daniel
            withdrawPayment       | PAID       | daniel
            readCounsel           | MATTER     | daniel
            checkConflict         | MATTER     | daniel
            noOtherLawyer         | MATTER     | mina
            signMandate           | CHECKED    | daniel
            endMandate            | SIGNED     | daniel
            handOverMatter        | MATTER     | daniel
            keepCourt             | MATTER     | daniel
            readStages            | MATTER     | daniel
            moveStage             | JUDGED     | daniel
            noteDecision          | SIGNED     | daniel
            noteAppeal            | JUDGED     | daniel
            answerAppeal          | APPEALED   | daniel
            endMatter             | UNDATED    | daniel
            readRestitution       | MATTER     | daniel
            listUnpaidAwards      | NONE       | daniel
            readCosts             | MATTER     | daniel
            noteCost              | MATTER     | daniel
            refundCost            | SPENT      | daniel
            withdrawCost          | SPENT      | daniel
            readEvidence          | MATTER     | daniel
            enterEvidence         | MATTER     | daniel
            correctEvidence       | ENTERED    | daniel
            handEvidenceOn        | ENTERED    | daniel
            checkEvidence         | ENTERED    | daniel
            printEvidence         | ENTERED    | daniel
            printLegalFile        | ENTERED    | daniel
            listDeadlines         | MATTER     | mina ilse daniel
            setDeadline           | MATTER     | daniel
            notePermit            | MATTER     | daniel
            endDeadline           | LAST_DAY   | daniel
            listMatterHearings    | MATTER     | mina ilse daniel
            setHearing            | MATTER     | daniel
            changeHearing         | HEARD      | daniel
            answerProtection      | HEARD      | daniel
            endHearing            | HEARD      | daniel
            takeHearingSupport    | HEARD      | mina daniel
            giveHearingSupportBack | HEARD_WITH_HELP | mina
            giveSupportBack       | SUPPORTED  | mina
            listHearings          | NONE       | mina jonas ilse tomas farah sana petra luis grace daniel

            readBoard             | NONE       | sana petra luis grace
            listExpected          | NONE       | sana petra luis grace
            readOccupancy         | NONE       | petra grace amina
            openHouse             | NONE       | petra grace
            readHouse             | HOUSE      | sana petra
            listLodgers           | HOUSE      | sana petra
            listHousePeople       | HOUSE      | sana petra
            readHouseRules        | HOUSE      | sana petra
            writeHouseRules       | HOUSE      | petra
            tellHouseRules        | RULED      | sana petra
            planHouseClosing      | HOUSE      | petra
            keepHouseOpen         | CLOSING    | petra
            closeHouse            | CLOSING    | petra
            addRoom               | HOUSE      | petra
            addBed                | HOUSE      | petra
            closeBed              | HOUSE      | petra
            reopenBed             | CLOSED_BED | petra
            vacateBed             | EMPTY_BED  | petra
            writeAddress          | HOUSE      | petra
            readLogbook           | HOUSE      | sana petra
            listShiftColleagues   | HOUSE      | sana petra
            writeShiftNote        | HOUSE      | sana petra
            takeOverShift         | LEFT_NOTE  | petra
            finishShiftLine       | TO_DO      | sana petra
            recordIncident        | HOUSE      | sana petra
            listIncidents         | NONE       | ilse farah sana petra luis grace
            countIncidents        | NONE       | petra grace
            readIncident          | WENT_WRONG | sana petra
            lookAtIncident        | WENT_WRONG | petra
            readHousing           | LIVES_THERE | mina ilse sana petra
            requestBed            | SHELTERED  | sana petra
            keepApart             | SHELTERED  | petra
            sayFamily             | SHELTERED  | mina
            unsayFamily           | RELATED    | mina
            readPlacement         | BED_ASKED  | sana petra
            drawPlacement         | BED_ASKED  | mina ilse sana petra
            listBedChoices        | BED_ASKED  | sana petra
            offerBed              | BED_ASKED  | petra
            declineBed            | BED_ASKED  | petra
            giveBed               | BED_ASKED  | petra
            holdBed               | BED_OFFERED | petra
            declineBedForHer      | BED_OFFERED | sana petra
            admitSurvivor         | BED_HELD   | sana petra
            goAway                | LIVES_THERE | sana petra
            notReturn             | LIVES_THERE | sana petra
            comeBack              | AWAY       | sana petra
            agreeToMove           | LIVES_THERE | mina
            moveSurvivor          | LIVES_THERE | petra
            endPlacement          | LIVES_THERE | petra
            agreeToLeaving        | LIVES_THERE | mina ilse petra
            readInterviews        | INTERVIEW_ASKED | mina ilse daniel marta
            askInterview          | POLICED    | marta
            takeBackInterview     | INTERVIEW_ASKED | marta
            answerInterview       | INTERVIEW_ASKED | mina
            adviseInterview       | INTERVIEW_ASKED | daniel
            recordStatement       | POLICED    | mina marta
            recordCooperation     | ADVISED    | mina daniel
            readDefence           | ADVISED    | mina ilse daniel
            noteOffence           | ADVISED    | mina daniel
            settleDefence         | DEFENDED   | daniel
            listCourtOrders       | ADVISED    | mina ilse daniel
            receiveCourtOrder     | ADVISED    | mina daniel
            checkCourtOrder       | COURT_ORDERED | daniel
            decideObjection       | OBJECTED   | daniel
            endCourtOrder         | COURT_ORDERED | mina
            readPoliceStore       | POLICED    | marta
            keepPoliceRecord      | POLICED    | marta
            writePoliceNote       | POLICED    | marta
            noteProtectionNeed    | POLICED    | marta
            endProtectionNeed     | NEED_NOTED | marta
            sharePoliceWord       | POLICED    | marta
            withdrawPoliceWord    | POLICE_TOLD | marta
            listThreats           | PLAN       | petra
            listPoliceSummaries   | NONE       | amina
            listOrdersWithoutLawyer | NONE     | hugo vera
            readHealth            | TREATED    | mina ilse yusuf
            noteHealthFinding     | TREATED    | yusuf
            endHealthFinding      | FOUND_ILL  | yusuf
            agreeToForensic       | TREATED    | yusuf
            withdrawForensic      | FORENSIC_AGREED | yusuf
            planAppointment       | TREATED    | mina yusuf
            turnAppointment       | APPOINTED  | mina
            noteDailyHealth       | TREATED    | yusuf
            endDailyHealth        | KNOWN_DAILY | mina
            recordExposure        | TREATED    | mina yusuf
            settleUrgentCare      | CANNOT_WAIT | mina
            readLivelihood        | PLAN       | mina ilse sana petra
            beginLivelihood       | PLAN       | mina sana petra
            endLivelihood         | STEPPING   | mina
            answerRetention       | ASKED_ABOUT_WORK | mina
            sayVeto               | EMPLOYER_KNOWN | mina
            listEmployers         | NONE       | mina jonas ilse tomas farah sana petra luis grace noor elif daniel yusuf
            checkEmployer         | NONE       | mina jonas ilse tomas farah
            readOutcomes          | PLAN       | mina ilse sana petra
            measureOutcome        | PLAN       | mina sana petra
            declineMeasure        | TO_MEASURE | mina
            listScales            | NONE       | mina jonas ilse tomas farah sana petra luis grace noor elif daniel yusuf kim ada
            bringScale            | NONE       | kim ada
            retireScale           | OWN_SCALE  | kim ada
            countOutcomes         | SCALE      | ilse farah petra grace
            listRestrictions      | LIMITED    | mina ilse sana petra
            readRestriction       | LIMITED    | mina ilse sana petra
            imposeRestriction     | LIVES_THERE | sana petra
            tellOfRestriction     | LIMITED    | sana petra
            reviewRestriction     | LIMITED    | petra
            prolongRestriction    | LIMITED    | sana petra
            liftRestriction       | LIMITED    | sana petra
            readCounselling       | COUNSELLED | mina noor
            planSession           | COUNSELLED | noor
            readSession           | SESSION    | noor
            moveSession           | SESSION    | noor
            recordAttendance      | SESSION    | noor
            raiseWorry            | SESSION    | noor
            readProcessNote       | NOTED      | noor
            writeProcessNote      | SESSION    | noor
            readClinicalRecord    | NOTED      | noor
            addToClinicalRecord   | SESSION    | noor
            readSummary           | NOTED      | noor
            writeSummary          | SESSION    | noor
            takeSummaryBack       | TOLD_TO_LEAD | mina noor
            readCounsellingWeek   | NONE       | noor elif
            listSupervisedSessions | NONE      | noor elif
            listCounsellingWaiting | NONE      | noor elif ilse farah
            listGroups            | NONE       | noor elif
            openGroup             | NONE       | noor elif
            readGroup             | GROUPED    | noor
            joinGroup             | GROUPED    | noor
            leaveGroup            | GROUP_WITH_HER | noor
            planGroupHour         | GROUP_WITH_HER | noor
            endGroup              | GROUP_WITH_HER | noor
            readCaseload          | NONE       | noor elif ilse farah
            nameClinicalSupervisor | NONE      | nadia
            recordSupervision     | SUPERVISED | noor elif
            endSupervision        | SUPERVISED | nadia
            lookAtCaseload        | WARNED     | nadia
            readAddress           | ESCORTED   | mina sana petra
            listEscorts           | LIVES_THERE | petra
            openAddress           | LIVES_THERE | petra
            closeAddress          | ESCORTED   | petra
            readPlacementSteps    | BED_ASKED  | mina ilse sana petra
            notePlacementStep     | BED_ASKED  | mina ilse sana petra
            noteSpokenBefore      | BED_ASKED  | mina ilse sana petra
            listNightsWithoutPlace | NO_PLACE  | mina ilse
            answerNightWithoutPlace | NO_PLACE | mina ilse

            listIncoming          | NONE       | -amina -hugo -kim -ada -leo -vera
            countIncoming         | NONE       | -amina -hugo -kim -ada -leo -vera
            listAnswered          | NONE       | -amina -hugo -kim -ada -leo -vera
            receiveReferral       | SENT       | sana petra
            askQuestion           | SENT       | sana petra
            waitlistReferral      | SENT       | sana petra
            acceptReferral        | SENT       | sana petra
            declineReferral       | SENT       | sana petra
            recordFirstContact    | ACCEPTED   | sana petra
            recordNonAttendance   | ACCEPTED   | sana petra
            completeReferral      | SERVED     | sana petra
            claimTask             | TASK       | sana petra
            handBackTask          | TAKEN_TASK | sana petra

            assignCase            | CASE       | ilse
            readTeam              | NONE       | ilse farah petra grace
            listTeamCases         | NONE       | ilse farah petra grace
            readWork              | LEAVER     | ilse
            handOverWork          | LEAVER     | ilse
            recordAbsence         | ABSENT     | ilse
            endAbsence            | ABSENCE    | ilse

            listOwnTies           | NONE       | staff
            declareTie            | NONE       | staff
            listTied              | CASE       | ilse
            recordTie             | CASE       | ilse
            listTeamTies          | NONE       | ilse farah petra grace
            endTie                | TIE        | ilse
            listLeftAlone         | NONE       | ilse farah petra grace
            listUnsupervised      | NONE       | kim ada

            readNoticeChoice      | NONE       | staff
            chooseNotices         | NONE       | staff
            readRota              | NONE       | ilse farah petra grace
            planOnCall            | ROTA       | ilse
            removeOnCall          | ON_CALL    | ilse

            listOwnServices       | NONE       | ilse farah petra grace noor elif daniel marta amina yusuf irene
            listOwnTeams          | NONE       | ilse farah petra grace noor elif daniel marta amina yusuf irene
            offerService          | NONE       | ilse farah petra grace noor elif daniel marta amina yusuf irene
            readOwnService        | OWN_SERVICE | petra
            changeService         | OWN_SERVICE | petra
            tellCapacity          | OWN_SERVICE | petra
            withdrawService       | OWN_SERVICE | petra
            listClosedDays        | NONE       | ilse farah petra grace noor elif daniel marta amina yusuf irene
            closeDay              | DAY        | ilse farah petra grace noor elif daniel marta amina yusuf irene
            reopenDay             | CLOSED_DAY | petra

            listOrganisations     | NONE       | kim ada
            admitOrganisation     | NONE       | kim ada
            readOrganisation      | ORGANISATION | kim ada
            changeOrganisation    | ORGANISATION | kim ada
            suspendOrganisation   | ORGANISATION | kim ada
            reinstateOrganisation | SUSPENDED  | kim ada
            addTeam               | ORGANISATION | kim ada
            listWorkers           | ORGANISATION | kim ada
            inviteWorker          | ORGANISATION | kim ada
            readWorker            | WORKER     | kim ada
            changeRoles           | WORKER     | kim ada
            readStillTheirs       | WORKER     | kim ada
            recordDeparture       | WORKER     | kim ada
            tellSignInAgain       | TROUBLED   | kim ada

            listImports           | NONE       | ilse farah
            listFinishedImports   | NONE       | ilse farah
            listCaseworkers       | NONE       | ilse farah
            checkImport           | BRINGABLE  | ilse
            readImport            | BROUGHT    | ilse
            beginImport           | BROUGHT    | ilse
            discardImport         | BROUGHT    | ilse
            listExports           | NONE       | ilse farah
            askExport             | NONE       | ilse farah
            readExport            | ASKED_EXPORT | ilse
            approveExport         | ASKED_EXPORT | ilse
            refuseExport          | ASKED_EXPORT | ilse
            packExport            | APPROVED_EXPORT | ilse
            fetchExport           | READY_EXPORT | ilse

            readOwnMatrix         | NONE       | all
            readMatrix            | NONE       | hugo kim ada vera
            readMatrixVersion     | MATRIX_VERSION | hugo kim ada vera
            listMatrixChanges     | NONE       | hugo kim ada vera
            proposeMatrixChange   | MATRIX_CELL | kim ada
            readMatrixChange      | MATRIX_CHANGE | hugo kim ada vera
            confirmMatrixChange   | MATRIX_CHANGE | ada
            refuseMatrixChange    | MATRIX_CHANGE | kim ada
            readEmergencyRules    | NONE       | mina jonas ilse tomas farah petra grace yusuf
            listEmergencyAccess   | NONE       | mina jonas ilse tomas farah petra grace yusuf
            askEmergencyAccess    | ASKABLE    | mina jonas ilse tomas farah petra grace yusuf
            readEmergencyAccess   | PLEA       | tomas farah
            agreeEmergencyAccess  | PLEA       | farah
            refuseEmergencyAccess | PLEA       | farah
            endEmergencyAccess    | OPENED     | tomas mina ilse hugo vera
            listEmergencyReviews  | NONE       | hugo vera
            readEmergencyReview   | OPENED     | hugo vera
            judgeEmergencyAccess  | OPENED     | hugo vera
            readTelling           | OPENED     | mina ilse
            tellOfAccess          | OPENED     | mina
            listMisuses           | NONE       | ilse farah petra grace amina kim ada
            readMisuse            | MISUSED    | farah kim ada
            seeMisuse             | MISUSED    | farah kim ada

            listOverdueReferrals  | NONE       | amina
            listNotifiedAdults    | NONE       | amina
            readSafety            | CASE       | mina ilse
            assessRisk            | CASE       | mina
            overrideRisk          | ASSESSED   | ilse
            writeSafetyPlan       | CASE       | mina
            printSafetyPlan       | SAFETY_PLANNED | mina ilse
            raiseAlert            | CASE       | mina ilse
            readAlert             | ALERTED    | mina ilse
            acknowledgeAlert      | ALERTED    | ilse
            settleAlert           | SEEN_TO    | mina ilse
            listUnansweredAlerts  | NONE       | amina
            listOverlooked        | NONE       | amina
            listMissing           | CASE       | mina ilse
            beginMissing          | CASE       | mina ilse
            readMissing           | GONE       | mina ilse
            drawMissing           | GONE       | mina ilse
            noteMissingStep       | GONE       | mina ilse
            readPoliceLeast       | GONE       | mina ilse
            reportMissing         | GONE       | mina ilse
            findMissing           | GONE       | mina ilse
            leaveMissingUnresolved | LONG_GONE | ilse
            talkAfterMissing      | FOUND      | mina ilse
            countMissing          | NONE       | amina
            readCoordination      | NONE       | ilse farah petra grace amina
            listFlows             | NONE       | ilse farah petra grace amina
            listReferralsBehind   | NONE       | ilse farah petra grace amina
            verifyCounts          | NONE       | kim ada
            rebuildCounts         | NONE       | kim ada
            rebuildNameIndex      | NONE       | kim ada
            changeDecisionTable   | STAFF_TABLE | amina
            listTableChanges      | STAFF_TABLE | amina hugo vera
            listFailedWork        | NONE       | kim ada
            retryFailedWork       | JOB        | kim ada
            moveClock             | NONE       | kim ada
            explainAccess         | CASE       | mina ilse
            listAccesses          | CASE       | mina ilse
            printAccesses         | CASE       | mina ilse
            listAuditEvents       | NONE       | hugo vera
            verifyAudit           | NONE       | hugo vera
            verifyCaseAudit       | AUDITED    | vera
            exportAudit           | NONE       | hugo vera
            """;

    private final Product product = Product.get();
    private final List<ApiOperation> operations = ApiOperation.all(product);
    private final ApiSchemas schemas = new ApiSchemas(product);

    @AfterEach
    void nothing_stays_red_that_did_not_fail() {
        ApiScene.forgetFailedJobs(product);
    }

    @Test
    void the_description_the_code_and_the_table_name_the_same_operations() {
        Set<String> described = operations.stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(operationsInTheCode());
        assertThat(operations).extracting(ApiOperation::id).doesNotHaveDuplicates();
        assertThat(rows().stream().map(Row::operation))
                .containsExactlyInAnyOrderElementsOf(
                        operations.stream().map(ApiOperation::id).toList());
    }

    @Test
    void a_coordinator_whose_organisation_is_no_competent_authority_changes_no_table() {
        String amina =
                "update alongside.organisation set competent_authority = %s where alias = 'national-coordination'";
        ApiOperation change = operations.stream()
                .filter(one -> one.id().equals("changeDecisionTable"))
                .findFirst()
                .orElseThrow();
        product.sql().run(amina.formatted("false"));
        try {
            Reply refused =
                    ask(product, change, product.http("amina"), ApiScene.make(ApiScene.Kind.STAFF_TABLE, product));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("not-a-competent-authority");
        } finally {
            product.sql().run(amina.formatted("true"));
        }
    }

    @Test
    void every_operation_lets_through_those_who_have_business_there_and_nobody_else() {
        SoftAssertions all = new SoftAssertions();
        for (List<Row> asked : askedTogether()) {
            ApiScene made = ApiScene.make(asked.get(0).scene(), product);
            for (Row row : asked) {
                ask(row, made, all);
            }
        }
        all.assertAll();
    }

    /**
     * What only reads leaves a scene as it was: one is enough for all that read the same kind. What writes has one of its own and comes first,
     * so that lists have something in them.
     */
    private List<List<Row>> askedTogether() {
        Map<Object, List<Row>> together = rows().stream()
                .sorted(Comparator.comparing(row -> operation(row).reads()))
                .collect(Collectors.groupingBy(
                        row -> operation(row).reads() ? row.scene() : row, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(together.values());
    }

    private void ask(Row row, ApiScene made, SoftAssertions all) {
        ApiOperation operation = operation(row);
        List<String> others =
                PEOPLE.stream().filter(person -> !row.may().contains(person)).toList();
        AtOnce.each(others, person -> ask(product, operation, product.http(person), made))
                .forEach((person, refused) -> {
                    all.assertThat(refused.status())
                            .as(operation.id() + " by " + person + ": " + refused)
                            .isEqualTo(made.isThereFor(person) ? 403 : 404);
                    all.assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
                    isAsDescribed(operation, refused, all);
                });
        ApiScene scene = made;
        for (String person : row.may()) {
            Reply done = ask(product, operation, product.http(person), scene);
            all.assertThat(done.status())
                    .as(operation.id() + " by " + person + ": " + done)
                    .isEqualTo(operation.success());
            isAsDescribed(operation, done, all);
            boolean last = person.equals(row.may().get(row.may().size() - 1));
            scene = operation.reads() || last ? scene : ApiScene.make(row.scene(), product);
        }
    }

    private void isAsDescribed(ApiOperation operation, Reply reply, SoftAssertions all) {
        all.assertThat(schemas.against(operation, reply))
                .as(operation.id() + " answered " + reply)
                .isEmpty();
    }

    @Test
    void nobody_gets_through_without_a_token_nor_with_a_session() {
        SoftAssertions all = new SoftAssertions();
        ApiScene nothing = new ApiScene(ApiScene.Kind.NONE, Map.of());
        try (Browser mina = Browser.as("mina")) {
            String cookies = mina.session();
            assertThat(cookies).contains("ALONGSIDE=");
            for (ApiOperation operation : operations) {
                Http stranger = product.http();
                for (Map<String, String> headers : List.of(
                        Map.<String, String>of(),
                        Map.of("Cookie", cookies),
                        Map.of("Authorization", "Bearer nonsense", "Cookie", cookies),
                        Map.of("Authorization", "Basic bWluYTphbG9uZ3NpZGU="))) {
                    Reply refused = operation.ask(stranger, nothing, headers);
                    all.assertThat(refused.status())
                            .as(operation.id() + " with " + headers.keySet())
                            .isEqualTo(401);
                    all.assertThat(refused.header("Content-Type"))
                            .as(operation.id())
                            .isEqualTo("application/problem+json");
                    all.assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void only_a_supervisor_finds_what_a_colleague_has_taken() {
        ApiScene taken = ApiScene.make(ApiScene.Kind.TAKEN_TASK, product);
        String task = taken.ids().get("taskId");

        assertThat(product.http("petra").get("/api/v1/tasks/taken").text()).contains(task);
        for (String other : List.of("sana", "luis", "grace", "mina", "kim")) {
            assertThat(product.http(other).get("/api/v1/tasks/taken").text())
                    .as(other)
                    .doesNotContain(task);
        }
    }

    @Test
    void no_answer_may_be_kept_or_read_by_another_site() {
        for (Reply reply : List.of(
                product.http("mina").get("/api/v1/cases", "Origin", "https://elsewhere.example"),
                product.http("mina").get("/api/v1/nowhere", "Origin", "https://elsewhere.example"),
                product.http().send("OPTIONS", "/api/v1/cases", null, "Origin", "https://elsewhere.example"))) {
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }
    }

    /** Tables are changed to what they are, so that other tests find them as they were. */
    static Reply ask(Product product, ApiOperation operation, Http client, ApiScene scene) {
        if (!operation.id().equals("changeDecisionTable")) {
            boolean based = Set.of(
                            "changeName",
                            "changeContact",
                            "changeGoal",
                            "changeStep",
                            "changeMatter",
                            "changeHearing",
                            "changeCourtCalendar",
                            "changeOrganisation",
                            "changeService")
                    .contains(operation.id());
            return operation.ask(client, scene, based ? Map.of("If-Match", "\"0\"") : Map.of());
        }
        String address = operation.address(scene);
        Reply now = product.http("amina").get(address);
        JsonNode rows = now.json().get("rows");
        return client.put(address, Map.of("rows", rows), "If-Match", now.header("ETag"));
    }

    private ApiOperation operation(Row row) {
        return operations.stream()
                .filter(operation -> operation.id().equals(row.operation()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not described: " + row.operation()));
    }

    private static Set<String> operationsInTheCode() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.alongside.web")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream()
                                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                                .map(method ->
                                        method(method) + " " + path(type.getAnnotationOfType(Path.class), method)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String method(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation
                        .getRawType()
                        .getAnnotationOfType(HttpMethod.class)
                        .value())
                .findFirst()
                .orElseThrow();
    }

    private static String path(Path ofClass, JavaMethod method) {
        List<String> parts = new ArrayList<>(List.of("api", "v1", ofClass.value()));
        method.tryGetAnnotationOfType(Path.class).ifPresent(more -> parts.add(more.value()));
        return parts.stream()
                .flatMap(part -> Arrays.stream(part.split("/")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }

    /** The table: what each operation is about, and who may. */
    static List<Row> rows() {
        return TABLE.lines().filter(line -> !line.isBlank()).map(Row::read).toList();
    }

    /** One line of the table. */
    record Row(String operation, ApiScene.Kind scene, List<String> may) {
        static Row read(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(cells[0].strip(), ApiScene.Kind.valueOf(cells[1].strip()), may(cells[2].strip()));
        }

        private static List<String> may(String words) {
            List<String> named = Arrays.stream(words.split(" "))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (words.equals("all")) {
                return PEOPLE;
            }
            return words.startsWith("staff") || words.startsWith("-")
                    ? PEOPLE.stream()
                            .filter(person -> named.contains(person)
                                    || !ApiScene.OWN.contains(person) && !named.contains("-" + person))
                            .toList()
                    : named;
        }
    }
}
