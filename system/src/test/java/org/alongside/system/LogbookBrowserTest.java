package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

/** The log of a house as the shift has it open: what a colleague writes appears, and coordinators hear of none of it. */
class LogbookBrowserTest {
    private final Product product = Product.get();

    @Test
    void what_one_of_the_house_writes_the_other_sees_without_asking() {
        House house = House.of(product, 1);
        try (Browser sana = Browser.as("sana");
                Browser amina = Browser.as("amina")) {
            Page log = sana.open("/logbook/read.xhtml?house=" + house.facility());
            assertThat(log.locator("main")).not().containsText("Call the plumber");
            String heard =
                    "id => { window.heard = 0; const socket = new WebSocket(location.origin.replace(/^http/, 'ws')"
                            + " + document.getElementById('al-idle').dataset.changes + '?about=' + id);"
                            + " socket.addEventListener('message', () => window.heard++);"
                            + " return new Promise(open => socket.addEventListener('open', () => open(true))); }";
            Page coordination = amina.open("/worklist/mine.xhtml");
            coordination.evaluate(heard, house.facility());

            house.left("petra", "Call the plumber");

            assertThat(log.locator("main"))
                    .containsText("Call the plumber", new LocatorAssertions.ContainsTextOptions().setTimeout(5_000));
            assertThat(coordination.evaluate("() => window.heard"))
                    .as("a coordinator who asks for the house's channel")
                    .isEqualTo(0);
        }
    }
}
