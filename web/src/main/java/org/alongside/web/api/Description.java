package org.alongside.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes, when the API is built, the description that is read from its code: the problems of every operation, what
 * parameters and fields mean, and examples.
 */
public class Description implements OASFilter {

    private static final Map<String, String> PROBLEMS = problems();
    private static final Set<String> BASED_ON_WHAT_WAS_READ = Set.of(
            "changeName",
            "changeContact",
            "changeDecisionTable",
            "changeGoal",
            "changeStep",
            "changeMatter",
            "changeHearing",
            "changeCourtCalendar",
            "changeOrganisation",
            "changeService");

    /** Their body names a worker, who may not be the caller's to name. */
    private static final Set<String> NAMES_SOMEBODY = Set.of("recordAbsence", "checkImport", "planOnCall");

    private final Properties words = words();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        PROBLEMS.forEach(
                (status, words) -> api.getComponents().addResponse("Problem" + status, problem(status, words)));
        api.getComponents().addHeader("ETag", header("The version of what was read, for If-Match"));
        api.getComponents().addHeader("Location", header("Where what was made is found"));
        api.getComponents().addHeader("Retry-After", header("After how many seconds to try again"));
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation, orNone(item.getParameters()))));
        new SchemaNames(api).tellApart();
        new SchemaWords(words).complete(api.getComponents());
        new InputFields(api.getComponents()).complete();
    }

    private void complete(String path, HttpMethod method, Operation operation, List<Parameter> ofPath) {
        List<Parameter> parameters = Stream.concat(ofPath.stream(), orNone(operation.getParameters()).stream())
                .toList();
        parameters.forEach(parameter -> complete(operation, parameter));
        operation.addParameter(OASFactory.createParameter()
                .name("Accept-Language")
                .in(Parameter.In.HEADER)
                .description("The language of the words in problems and drawings: en or ar")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(body -> example(operation.getOperationId(), body));
        }
        APIResponse done = operation.getResponses().getAPIResponse("201");
        if (done != null && done.getContent() == null) {
            operation.getResponses().removeAPIResponse("201");
            operation
                    .getResponses()
                    .addAPIResponse("204", OASFactory.createAPIResponse().description("Done"));
        }
        statuses(path, method, operation, parameters)
                .forEach(status -> operation.getResponses().addAPIResponse(status, reference(status)));
    }

    private void complete(Operation operation, Parameter parameter) {
        parameter.setDescription(words.getProperty("parameter." + parameter.getName()));
        if (parameter.getName().equals("If-Match")) {
            parameter.setRequired(BASED_ON_WHAT_WAS_READ.contains(operation.getOperationId()));
            parameter.setExample("\"3\"");
        }
        if (parameter.getName().equals("limit")) {
            parameter.setSchema(OASFactory.createSchema()
                    .addType(SchemaType.INTEGER)
                    .minimum(java.math.BigDecimal.ONE)
                    .maximum(java.math.BigDecimal.valueOf(100))
                    .defaultValue(Integer.valueOf(Limit.USUAL)));
        }
    }

    private static List<Parameter> orNone(List<Parameter> parameters) {
        return parameters == null ? List.of() : parameters;
    }

    /** Which problems an operation may answer with, from what it takes. */
    private static Set<String> statuses(
            String path, HttpMethod method, Operation operation, List<Parameter> parameters) {
        Set<String> statuses = new TreeSet<>(Set.of("400", "401", "403", "406", "415", "500", "503"));
        boolean body = operation.getRequestBody() != null;
        if (path.contains("{") || NAMES_SOMEBODY.contains(operation.getOperationId())) {
            statuses.add("404");
        }
        if (body) {
            statuses.addAll(Set.of("413", "422"));
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY)) {
            statuses.add("422");
        }
        if (method != HttpMethod.GET) {
            // of two at once one is told so, whether or not it said what it is based on
            statuses.addAll(Set.of("409", "412"));
        }
        if (BASED_ON_WHAT_WAS_READ.contains(operation.getOperationId())) {
            statuses.add("428");
        }
        return statuses;
    }

    private static APIResponse reference(String status) {
        return OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status);
    }

    private static APIResponse problem(String status, String words) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(words)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        return status.equals("503")
                ? response.addHeader("Retry-After", OASFactory.createHeader().ref("#/components/headers/Retry-After"))
                : response;
    }

    private static Header header(String words) {
        Schema text = OASFactory.createSchema().addType(SchemaType.STRING);
        return OASFactory.createHeader().description(words).schema(text);
    }

    private static void example(String operation, MediaType body) {
        try (InputStream example = Description.class.getResourceAsStream("examples/" + operation + ".json")) {
            if (example != null) {
                body.setExample(new ObjectMapper().readValue(example, Object.class));
            }
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("The example of " + operation + " is not JSON", wrong);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties words() {
        Properties words = new Properties();
        try (InputStream file = Description.class.getResourceAsStream("description.properties")) {
            words.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    private static Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        problems.put(
                "400", "It cannot be read: not JSON, a field twice, too deep, or a header or body that is not one");
        problems.put("401", "There is no valid bearer token");
        problems.put("403", "It is not allowed, or not now; the reasons say what can be done");
        problems.put("404", "It is not there, or not the caller's; the two are never told apart");
        problems.put("406", "It is not to be had in the media type that was asked for");
        problems.put("409", "The state does not allow it any more; or the Idempotency-Key was used for another body");
        problems.put("412", "It has changed since it was read, or in this very moment; nothing was done");
        problems.put("413", "The body is over 256 KB, or over 8 MB where it holds a file of cases");
        problems.put(
                "415",
                "Content-Type says that what is sent is not application/json, or multipart/form-data where a file comes with it");
        problems.put("422", "Something in it is wrong; every reason says where");
        problems.put("428", "If-Match is missing");
        problems.put("500", "Something went wrong here; nothing was done");
        problems.put("503", "It cannot be done at the moment; nothing was done; try again");
        return problems;
    }
}
