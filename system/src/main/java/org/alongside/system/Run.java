package org.alongside.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alongside.system.demo.DemoPeople;

/** The run command: starts everything, brings made-up people into an empty demo, tells where to go, and stops everything on Ctrl-C. */
public final class Run {

    private Run() {}

    /** Ends with 0 after Ctrl-C, with 1 after a refusal or when a server ends by itself. */
    public static void main(String[] arguments) throws InterruptedException {
        Progress progress = new Progress(System.out);
        CountDownLatch end = new CountDownLatch(1);
        String[] death = new String[1];
        AtomicBoolean told = new AtomicBoolean();
        try {
            Stack stack = open(progress);
            Thread stopper = new Thread(
                    () -> {
                        told.set(true);
                        stack.stop();
                    },
                    "stop");
            Runtime.getRuntime().addShutdownHook(stopper);
            stack.start(reason -> {
                death[0] = reason;
                end.countDown();
            });
            if (stack.fresh() && !said("empty")) {
                bringPeople(stack, progress, told);
            }
            welcome(stack, progress);
            // this process has built everything before: it gives that memory back
            System.gc();
            end.await();
            progress.say(death[0]);
        } catch (Refusal refusal) {
            // whoever pressed Ctrl-C while it started need not be told that it did not start
            if (!told.get()) {
                progress.say(refusal.getMessage());
            }
        } catch (IOException e) {
            progress.say("Alongside could not start: " + e.getMessage());
        }
        System.exit(1);
    }

    private static Stack open(Progress progress) throws IOException {
        JavaVersion.check(Runtime.version()).ifPresent(progress::say);
        Path root = Path.of(System.getProperty("alongside.root"));
        return new Stack(
                DataHome.open(DataHome.place(root)),
                Ports.fromEnvironment(),
                root.resolve("ear/target/server"),
                Path.of(System.getProperty("alongside.keycloak")),
                said("fresh"),
                progress);
    }

    /** Whether an option was given on the command line; {@code -Dfresh=false} says that it was not. */
    private static boolean said(String option) {
        String value = System.getProperty(option);
        return value != null && !value.equals("false");
    }

    /** The made-up people of the demo; the product runs without them, too. */
    private static void bringPeople(Stack stack, Progress progress, AtomicBoolean stopping) {
        progress.step("A dozen made-up people are brought");
        try {
            DemoPeople.bring(stack.publicUrl(), stack.realmUrl());
            progress.step("They are there; -Dempty starts without them");
        } catch (RuntimeException refused) {
            if (!stopping.get()) {
                // what runs side by side wraps what one of them said
                Throwable said = refused.getCause() instanceof IllegalStateException first ? first : refused;
                progress.step("Not all of them could be brought: " + said.getMessage());
            }
        }
    }

    private static void welcome(Stack stack, Progress progress) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("\n  Alongside is ready: ").append(stack.publicUrl()).append("\n\n");
        text.append("  Sign in as one of these made-up people; everybody's password is \"alongside\".\n\n");
        for (Realm.Person person : Realm.people()) {
            text.append(String.format(
                    Locale.ROOT,
                    "    %-8s %-16s %-36s %s%n",
                    person.name(),
                    person.fullName(),
                    person.role(),
                    person.organisation()));
        }
        text.append("\n  Ctrl-C stops everything.\n");
        progress.say(text.toString());
    }
}
