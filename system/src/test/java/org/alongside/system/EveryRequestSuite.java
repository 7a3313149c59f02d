package org.alongside.system;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * Every operation of the API and every page, asked by every role, in every standing, and wrongly, in this order: the classes share
 * one running product and its clock. {@link PagesSuite} and {@link DoorsSuite} run beside it, each on a product of its own.
 */
@Suite
@SelectClasses({
    PageRolesTest.class,
    TieTest.class,
    NoTraceOfAShelterTest.class,
    ApiRolesTest.class,
    ApiStandingsTest.class,
    ApiVersionsTest.class,
    ApiDescriptionTest.class,
    ApiInputTest.class,
    ApiMischiefTest.class
})
class EveryRequestSuite {}
