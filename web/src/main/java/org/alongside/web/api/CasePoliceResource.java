package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.interview.InterviewService;
import org.alongside.interview.InterviewView;
import org.alongside.interview.NewInterview;
import org.alongside.interview.NewInterview.NewAdvice;
import org.alongside.interview.NewInterview.NewCooperation;
import org.alongside.interview.NewInterview.NewInterviewAnswer;
import org.alongside.interview.NewInterview.NewStatement;
import org.alongside.shared.CaseId;
import org.alongside.shared.InterviewId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What police and prosecution ask of her, by as much as is the caller's to know. */
@Path("/cases/{caseId}/police")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Police and prosecution",
        description =
                "Interviews that they ask for and how she answered; that she told it, counted over all agencies; what she decided about"
                        + " cooperating, for which nothing waits")
public class CasePoliceResource {

    @Inject
    private InterviewService interviews;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readInterviews",
            summary = "Read what police and prosecution ask of her",
            description =
                    "Those who ask read their own and the number of times that she has told it; who leads and her lawyer all that is asked.")
    public InterviewView read() {
        return interviews.of(caseId);
    }

    @POST
    @Path("/interviews")
    @Operation(
            operationId = "askInterview",
            summary = "Ask for an interview",
            description = "By police or prosecution, in codes; with a reason where she has told it often enough.")
    public void ask(NewInterview asked, @HeaderParam(Keys.NAME) String key) {
        interviews.ask(caseId, asked, key);
    }

    @POST
    @Path("/interviews/{interviewId}/taking-back")
    @Operation(operationId = "takeBackInterview", summary = "Take back what one asked for")
    public void takeBack(@PathParam("interviewId") InterviewId interviewId) {
        interviews.takeBack(caseId, interviewId);
    }

    @POST
    @Path("/interviews/{interviewId}/answer")
    @Operation(
            operationId = "answerInterview",
            summary = "Write down what she answered",
            description = "By who leads: yes, no, or not before a day that she names.")
    public void answer(@PathParam("interviewId") InterviewId interviewId, NewInterviewAnswer said) {
        interviews.answer(caseId, interviewId, said);
    }

    @POST
    @Path("/interviews/{interviewId}/advice")
    @Operation(
            operationId = "adviseInterview",
            summary = "Advise her as her lawyer",
            description = "Never told to those who asked; nobody waits for it.")
    public void advise(@PathParam("interviewId") InterviewId interviewId, NewAdvice advice) {
        interviews.advise(caseId, interviewId, advice);
    }

    @POST
    @Path("/statements")
    @Operation(
            operationId = "recordStatement",
            summary = "Note that she told it",
            description =
                    "By the agency that took it, or by who leads of an agency that is no partner here; never what she told.")
    public void record(NewStatement told, @HeaderParam(Keys.NAME) String key) {
        interviews.record(caseId, told, key);
    }

    @POST
    @Path("/cooperation")
    @Operation(
            operationId = "recordCooperation",
            summary = "Note what she decided about cooperating",
            description = "For who leads and her lawyer; nothing in the help given changes by it.")
    public void decide(NewCooperation decided, @HeaderParam(Keys.NAME) String key) {
        interviews.decide(caseId, decided, key);
    }
}
