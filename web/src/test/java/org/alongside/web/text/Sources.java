package org.alongside.web.text;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the sources of this house call, read as the compiler reads them. */
final class Sources {
    private Sources() {}

    /**
     * A method that is called.
     *
     * @param method as written, with what it is called on where that is a class: {@code Reason.of}, else {@code that}
     * @param caller name of the method it is called in, empty outside methods
     * @param parameters names of the parameters of that method
     */
    record Call(String method, List<? extends ExpressionTree> arguments, String caller, List<String> parameters) {
        int size() {
            return arguments.size();
        }

        /** The texts written in one argument, both of a choice between two. */
        List<String> texts(int argument) {
            List<String> texts = new ArrayList<>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void none) {
                    if (literal.getValue() instanceof String text) {
                        texts.add(text);
                    }
                    return null;
                }
            }.scan(arguments.get(argument), null);
            return texts;
        }

        /** Which parameter of the caller is handed on as this argument; -1 where none is. */
        int handsOn(int argument) {
            return parameters.indexOf(arguments.get(argument).toString());
        }
    }

    /** Every call in the Java files under these folders; a folder that is not there is none. */
    static List<Call> calls(Path... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
        }
        List<Call> calls = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree file : task.parse()) {
                new Walk(calls).scan(file, null);
            }
        }
        return calls;
    }

    /** Goes through a file and remembers in which method it is. */
    private static final class Walk extends TreeScanner<Void, Void> {
        private final List<Call> calls;
        private String caller = "";
        private List<String> parameters = List.of();

        Walk(List<Call> calls) {
            this.calls = calls;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            String callerAround = caller;
            List<String> parametersAround = parameters;
            caller = method.getName().toString();
            parameters = method.getParameters().stream()
                    .map(parameter -> parameter.getName().toString())
                    .toList();
            super.visitMethod(method, none);
            caller = callerAround;
            parameters = parametersAround;
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            calls.add(new Call(name(call.getMethodSelect().toString()), call.getArguments(), caller, parameters));
            return super.visitMethodInvocation(call, none);
        }

        /** {@code Reason.of} stays whole; of a chain only what is called last. */
        private static String name(String select) {
            return select.matches("[A-Z]\\w*\\.\\w+") ? select : select.substring(select.lastIndexOf('.') + 1);
        }
    }
}
