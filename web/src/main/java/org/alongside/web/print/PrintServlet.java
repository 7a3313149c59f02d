package org.alongside.web.print;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alongside.attestation.LedgerService;
import org.alongside.careplan.CarePlanService;
import org.alongside.casefile.CaseService;
import org.alongside.consent.ConsentService;
import org.alongside.evidence.EvidenceService;
import org.alongside.evidence.LegalFileService;
import org.alongside.oversight.SeenService;
import org.alongside.referral.ReferralService;
import org.alongside.safety.NewPrint;
import org.alongside.safety.SafetyService;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.Ids;
import org.alongside.shared.MatterId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Language;

/**
 * Paper for those who read pages, in the language of the page: {@code /print/case?case=}, {@code /print/consent?consent=},
 * {@code /print/referral?referral=}, {@code /print/plan?plan=}, {@code /print/custody?matter=&custody=}, {@code /print/legal-file?legal-file=} with the id of the case,
 * {@code /print/safety-plan?case=&part=&named=}, and with the id of the case {@code /print/record?record=} and
 * {@code /print/ledger?ledger=}, this one in the language of the survivor. Kept by no browser, and named after nobody.
 */
@WebServlet("/print/*")
public class PrintServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** What the file is called on the disk of the one who keeps it. */
    public static final String NAME = "inline; filename=\"document.pdf\"";

    @EJB
    private transient CaseService cases;

    @EJB
    private transient ConsentService consents;

    @EJB
    private transient LedgerService ledger;

    @EJB
    private transient ReferralService referrals;

    @EJB
    private transient CarePlanService plans;

    @EJB
    private transient EvidenceService evidence;

    @EJB
    private transient LegalFileService legalFile;

    @EJB
    private transient SafetyService safety;

    @EJB
    private transient SeenService seen;

    @Inject
    private transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = language.getLocale();
        byte[] pdf =
                switch (Optional.ofNullable(request.getPathInfo()).orElse("")) {
                    case "/case" -> CaseSummary.pdf(cases.print(CaseId.of(id(request, "case"))), locale);
                    case "/consent" -> ConsentForm.pdf(consents.print(ConsentId.of(id(request, "consent"))), locale);
                    case "/ledger" -> LedgerPaper.pdf(ledger.print(CaseId.of(id(request, "ledger"))));
                    case "/referral" ->
                        ReferralLetter.pdf(referrals.print(ReferralId.of(id(request, "referral"))), locale);
                    case "/record" -> HerPaper.pdf(seen.print(CaseId.of(id(request, "record"))), locale);
                    case "/safety-plan" ->
                        SafetyPlanPaper.pdf(
                                safety.print(
                                        CaseId.of(id(request, "case")),
                                        new NewPrint(parts(request), request.getParameter("named") == null)),
                                locale);
                    case "/custody" ->
                        CustodyPaper.pdf(
                                evidence.print(MatterId.of(id(request, "matter")), Ids.parse(id(request, "custody"))),
                                locale);
                    case "/legal-file" ->
                        LegalFilePaper.pdf(legalFile.print(CaseId.of(id(request, "legal-file"))), locale);
                    case "/plan" -> PlanPaper.pdf(plans.print(CaseId.of(id(request, "plan"))), locale);
                    default -> throw Refusal.notThere();
                };
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", NAME);
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    private static List<String> parts(HttpServletRequest request) {
        return List.of(Optional.ofNullable(request.getParameterValues("part")).orElse(new String[0]));
    }

    private static String id(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
