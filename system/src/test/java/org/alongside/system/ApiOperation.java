package org.alongside.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One operation of the API, as its served description tells it. */
record ApiOperation(String id, String method, String path, JsonNode description) {

    /** An id that nothing has. */
    static final String NOBODYS = "00000000-0000-4000-8000-0000deadbeef";

    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch", "head", "options");

    /** Every operation that the product describes. */
    static List<ApiOperation> all(Product product) {
        List<ApiOperation> operations = new ArrayList<>();
        JsonNode paths = product.http("mina").get("/api/v1/openapi").json().get("paths");
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (METHODS.contains(operation.getKey())) {
                operations.add(new ApiOperation(
                        operation.getValue().get("operationId").asText(),
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        operation.getValue()));
            }
        }));
        return operations;
    }

    /** The same, by their names. */
    static Map<String, ApiOperation> byId(Product product) {
        return all(product).stream().collect(Collectors.toMap(ApiOperation::id, Function.identity()));
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** Whether its body comes in parts, a record and a file. */
    boolean inParts() {
        return description.at("/requestBody/content").has("multipart/form-data");
    }

    /** The name of the part that is a record. */
    String part() {
        return description
                .at("/requestBody/content/multipart~1form-data/example")
                .fieldNames()
                .next();
    }

    /** What it answers when all is well. */
    int success() {
        for (String status : List.of("200", "201", "204")) {
            if (description.get("responses").has(status)) {
                return Integer.parseInt(status);
            }
        }
        throw new AssertionError("No success is described: " + id);
    }

    /** Asks as this client, about the subject of the scene, with the example of the description as body. */
    Reply ask(Http client, ApiScene scene, Map<String, String> headers) {
        String[] pairs = headers.entrySet().stream()
                .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                .toArray(String[]::new);
        ObjectNode body = body(scene);
        return inParts()
                ? client.parts(address(scene), part(), body.toString(), pairs)
                : client.send(method, address(scene), body, pairs);
    }

    /** Its path, about the subject of the scene; what the scene does not have is nobody's. */
    String address(ApiScene scene) {
        String address = path;
        for (Map.Entry<String, String> one : scene.ids().entrySet()) {
            address = address.replace("{" + one.getKey() + "}", one.getValue());
        }
        return address.replaceAll("\\{\\w+}", NOBODYS);
    }

    /** The example of the description, about the subject of the scene; null where no body is asked for. */
    ObjectNode body(ApiScene scene) {
        if (!description.has("requestBody")) {
            return null;
        }
        JsonNode example = description
                .at(
                        inParts()
                                ? "/requestBody/content/multipart~1form-data/example/" + part()
                                : "/requestBody/content/application~1json/example")
                .deepCopy();
        if (!(example instanceof ObjectNode body)) {
            throw new AssertionError("No example is described: " + id);
        }
        if (body.has("service") && scene.ids().containsKey("service")) {
            body.put("service", scene.ids().get("service"));
        }
        switch (id) {
            case "admitOrganisation" -> body.put("alias", ApiScene.unused());
            case "inviteWorker" -> {
                String name = ApiScene.unused();
                body.put("username", name).put("email", name + "@example.org");
                body.put("team", scene.ids().getOrDefault("teamId", NOBODYS));
            }
            case "recordAbsence" -> body.put("from", day(scene)).put("until", day(scene));
            case "planOnCall" -> body.put("from", day(scene) + "T16:00:00Z").put("until", day(scene) + "T23:00:00Z");
            case "openHouse" -> body.put("codeName", ApiScene.unused());
            case "addCourtCalendar", "changeCourtCalendar" -> body.put("name", ApiScene.unused());
            case "keepApart" -> body.put("other", scene.ids().getOrDefault("otherId", NOBODYS));
            case "sayFamily" -> body.putArray("codes").add(scene.ids().getOrDefault("otherCode", codeOfNone()));
            case "goAway" -> body.put("until", soon(scene)).putArray("who");
            case "offerBed", "giveBed", "moveSurvivor" -> {
                ObjectNode place = (ObjectNode) body.at("/places/0");
                place.put("placement", scene.ids().getOrDefault("placementId", NOBODYS));
                place.put("bed", scene.ids().getOrDefault("bedId", NOBODYS));
            }
            case "planHouseClosing" -> body.put("from", soon(scene));
            case "imposeRestriction", "prolongRestriction" ->
                body.put("endsAt", soon(scene)).put("reviewer", scene.ids().getOrDefault("reviewerId", NOBODYS));
            case "planAppointment" -> body.put("appointmentAt", tomorrow());
            case "recordExposure" -> body.put("exposedAt", House.inHours(Product.get(), -3));
            case "sayVeto" -> body.put("employer", scene.ids().getOrDefault("employerId", NOBODYS));
            case "endLivelihood" -> body.put("endedOn", day(scene));
            case "checkEmployer" ->
                body.put("checkedOn", House.inHours(Product.get(), 0).substring(0, 10));
            case "bringScale" -> {
                String code =
                        "S-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
                body.put("code", code);
            }
            case "planSession", "moveSession", "planGroupHour" ->
                body.put("startsAt", ApiScene.hour(1)).put("minutes", 5);
            case "nameClinicalSupervisor" ->
                body.put("counsellor", "00000000-0000-4000-8000-000000000010")
                        .put("supervisor", "00000000-0000-4000-8000-000000000011");
            case "noteHearingOwner" -> body.put("matter", scene.ids().getOrDefault("matterId", NOBODYS));
            case "joinGroup" -> body.put("caseId", scene.ids().getOrDefault("caseId", NOBODYS));
            case "writeSummary", "recordSupervision" -> {
                String today = scene.ids().getOrDefault("today", "2026-11-22");
                body.put(id.equals("writeSummary") ? "agreedOn" : "heldOn", today);
            }
            case "openAddress" -> {
                body.put("until", soon(scene));
                body.put("worker", scene.ids().getOrDefault("workerId", "00000000-0000-4000-8000-000000000001"));
            }
            case "declareTie" -> body.put("caseCode", codeOfNone());
            case "overrideRisk" -> body.put("assessment", scene.ids().getOrDefault("assessmentId", NOBODYS));
            case "closeDay" -> body.put("day", day(scene));
            default -> {}
        }
        if (id.equals("moveClock")) {
            body.put("forward", "PT1M");
        }
        return body;
    }

    /** The code of a case that is not there: saying that one knows her closes nothing of what others do here. */
    private static String codeOfNone() {
        return "99-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    }

    private static String tomorrow() {
        return House.inHours(Product.get(), 24);
    }

    private static String soon(ApiScene scene) {
        return scene.ids().getOrDefault("soon", "2026-12-24T10:00:00Z");
    }

    private static String day(ApiScene scene) {
        return scene.ids().getOrDefault("day", "2026-12-24");
    }
}
