package org.alongside.web.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A request whose fields came in parts, read like any other's. The file is no part of it: {@link HandedInFilter#file}. */
final class RequestInParts extends HttpServletRequestWrapper {
    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    RequestInParts(HttpServletRequest request, FormInParts.Came came) {
        super(request);
        came.fields().forEach((name, values) -> add(name, values.toArray(String[]::new)));
        InAddress.of(request.getQueryString()).forEach((name, values) -> add(name, values.toArray(String[]::new)));
    }

    private void add(String name, String[] values) {
        parameters.merge(name, values, (one, other) -> Stream.concat(Arrays.stream(one), Arrays.stream(other))
                .toArray(String[]::new));
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public Part getPart(String name) {
        return null;
    }
}
