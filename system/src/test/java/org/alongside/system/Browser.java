package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's browser: Debian's Chromium, with cookies of its own.
 *
 * <p>It asks no host but this machine. Close it when the person is done.
 */
final class Browser implements AutoCloseable {

    private static final boolean TAKES_PICTURES = System.getProperty("alongside.pictures") != null;
    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final double PATIENCE_MILLIS = 20_000;
    private static final Set<String> FOUND = Set.of("moderate", "serious", "critical");
    private static final Path PICTURES = Path.of("target/screenshots");

    private static final Map<String, String> SIGNED_IN = new ConcurrentHashMap<>();

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    private final BrowserContext context;
    private final Page page;

    private Browser(String cookies) {
        context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setStorageState(cookies)
                        .setLocale("en-GB")
                        .setViewportSize(DESK, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
    }

    /**
     * Opens a browser in which this demo person is signed in; it shows the first page then. The first of a run signs in
     * through the real form; the others are given its cookies, and sign in themselves where those are taken no more.
     */
    static Browser as(String person) {
        Browser browser = new Browser(SIGNED_IN.get(person));
        browser.page.navigate(Product.get().url() + "/");
        if (browser.page.locator("#username").count() > 0) {
            browser.signIn(person);
            SIGNED_IN.put(person, browser.context.storageState());
        }
        return browser;
    }

    /** Opens a browser and signs this demo person in through the real form: a session that no other browser has. */
    static Browser withOwnSession(String person) {
        Browser browser = somebody();
        browser.page.navigate(Product.get().url() + "/");
        browser.signIn(person);
        return browser;
    }

    /** Opens a browser in which nobody has signed in; it shows nothing yet. */
    static Browser somebody() {
        return new Browser(null);
    }

    /** Ends the program behind all browsers. */
    static synchronized void end() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            chromium = null;
        }
    }

    /** Fills in the sign-in form that the page shows: first the name, then the password. */
    void signIn(String person) {
        fillName(person);
        fillPassword("alongside");
        page.waitForURL(address -> address.startsWith(Product.get().url() + "/"));
    }

    /** The first step of the sign-in form. */
    void fillName(String person) {
        page.locator("#username").fill(person);
        page.locator("#kc-login").click();
    }

    /** The second step of the sign-in form. */
    void fillPassword(String password) {
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    /** A list that every address asked for from now on is added to. */
    List<String> addresses() {
        List<String> addresses = new CopyOnWriteArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));
        return addresses;
    }

    /** Sends the form of the menu's "Sign out"; shows the page that says so. */
    void signOut() {
        page.evaluate("""
                () => {
                    const form = document.createElement('form');
                    form.method = 'post';
                    form.action = '/sign-out';
                    document.body.append(form);
                    form.submit();
                }""");
        page.waitForURL(address -> address.contains("/signed-out"));
    }

    /** The cookie of this name, which must be there. */
    Cookie cookie(String name) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no cookie " + name));
    }

    /** The cookies of the product, as a program sends them. */
    String session() {
        return context.cookies(Product.get().url()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    Page page() {
        return page;
    }

    /** Opens My work at the part in which something leads there, and answers the first that does; fails where nothing does. */
    Locator openWork(String link) {
        open("/worklist/mine.xhtml");
        Locator there = page.locator("main a[href*='" + link + "']");
        Locator further = page.locator("#further a[href*='behind=']");
        while (there.count() == 0 && further.count() > 0) {
            page.navigate(further.evaluate("a => a.href").toString());
        }
        assertThat(there.count()).as("something under My work leads to " + link).isPositive();
        return there.first();
    }

    /** Opens a path of the product. */
    Page open(String path) {
        page.navigate(Product.get().url() + path);
        return page;
    }

    /** Presses a button or link that leads to a new page, or to the same one anew, and waits until it is there. */
    void press(String what) {
        press(page.locator(what));
    }

    /** As {@link #press(String)}, for the first of these. */
    void press(Locator what) {
        page.evaluate("() => { document.documentElement.dataset.left = 'left'; }");
        what.first().click();
        page.waitForFunction("() => !document.documentElement.dataset.left && document.readyState === 'complete'");
    }

    /** From now on the page does not fetch by itself what has changed, as on a bad line: what it shows may be too old. */
    void hearsOfNoChange() {
        page.route(url -> true, route -> {
            // what is typed is kept all the same
            if ("fetch".equals(route.request().resourceType())
                    && "GET".equals(route.request().method())) {
                route.abort();
            } else {
                route.fallback();
            }
        });
    }

    /** From now on the pages are in this language; shows the present page anew. */
    Browser in(String language) {
        context.addCookies(
                List.of(new Cookie("al-language", language).setUrl(Product.get().url())));
        page.reload();
        return this;
    }

    /** From now on the person's device asks for the dark look. */
    Browser dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.reload();
        return this;
    }

    /** What a person would lose or stumble over on the page as it is: no words without a bundle, no line that leaves the screen. */
    void isWhole() {
        staysOnTheScreen();
        assertThat(page.locator("body").innerText())
                .as("words that stand in no bundle at " + page.url())
                .doesNotContain("???")
                .doesNotContainPattern("\\b[a-z]+\\.[a-z]+(\\.[A-Za-z_]+)+\\b");
        axe();
    }

    private void staysOnTheScreen() {
        assertThat((Integer) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("how far the page leaves the screen, %d wide, at %s", page.viewportSize().width, page.url())
                .isZero();
    }

    /** As wide as a phone. */
    Browser narrow() {
        page.setViewportSize(PHONE, 844);
        return this;
    }

    /** As wide as a desk's screen. */
    Browser wide() {
        page.setViewportSize(DESK, 900);
        return this;
    }

    /**
     * Holds that the page as it is leaves the screen neither of a desk nor of a phone. With {@code -Dalongside.pictures} it
     * takes four pictures, too, on both and light and dark: in {@code target/screenshots} they are named {@code
     * name-1280.png}, {@code name-1280-dark.png} and so on.
     */
    void screenshot(String name) {
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, width == DESK ? 900 : 844);
            staysOnTheScreen();
        }
        if (TAKES_PICTURES) {
            pictures(name);
        }
        wide();
    }

    private void pictures(String name) {
        for (Map.Entry<String, ColorScheme> theme :
                Map.of("", ColorScheme.LIGHT, "-dark", ColorScheme.DARK).entrySet()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme.getValue()));
            wear(theme.getValue());
            for (int width : new int[] {DESK, PHONE}) {
                page.setViewportSize(width, width == DESK ? 900 : 844);
                picture(name + "-" + width + theme.getKey());
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        wear(ColorScheme.LIGHT);
    }

    /** Opens a page again and again until it shows what a process does by itself; the engine looks for timers once a minute at worst. */
    void reopenUntil(String path, Callable<Boolean> shown) {
        await().pollInSameThread()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(90))
                .until(() -> {
                    open(path);
                    return shown.call();
                });
    }

    /** Takes one picture of the page, as it is, where pictures are asked for. */
    void picture(String name) {
        if (!TAKES_PICTURES) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(PICTURES.resolve(name + ".png")));
    }

    /** The script of the pages has settled on a theme when they were opened, so it is told of the change. */
    private void wear(ColorScheme theme) {
        page.evaluate(
                "theme => { if (document.documentElement.dataset.theme) document.documentElement.dataset.theme = theme; }",
                theme.name().toLowerCase(Locale.ROOT));
        page.evaluate("() => Promise.allSettled(document.getAnimations()"
                + ".filter(one => one.effect.getComputedTiming().endTime !== Infinity).map(one => one.finished))");
    }

    /** The same pictures in Arabic, which shows the present page anew and comes back to English afterwards. */
    void screenshotInArabic(String name) {
        in("ar");
        screenshot(name + "-ar");
        in("en");
    }

    /**
     * Asks axe about the page as it is, best practices included: nothing moderate, serious or critical may be found. No page
     * has frames, so axe needs no blank page beside each to put their results together.
     */
    void axe() {
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        List<String> findings = new AxeBuilder(page)
                .options(violations).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> FOUND.contains(rule.getImpact()))
                        .map(Browser::words)
                        .toList();
        assertThat(findings).as("what axe finds on " + page.url()).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Path program = program();
            playwright = Playwright.create();
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
        return chromium;
    }

    /** Debian's Chromium without the window of a desk around each page, which nobody looks at here, where it is installed; else the one with it. */
    private static Path program() {
        String chosen = System.getenv("CHROMIUM");
        return (chosen == null ? Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium") : Stream.of(chosen))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no Chromium. Install it (Debian: apt-get install"
                        + " chromium chromium-headless-shell), or set CHROMIUM to where it is."));
    }
}
