<#import "theme-resources.ftl" as themeResourceTags>
<#macro icon name flip=false>
<svg class="al-icon" aria-hidden="true"<#if flip> data-flip="flip"</#if>><use href="${url.resourcesPath}/look/icons.svg#i-${name}"/></svg></#macro>

<#macro notice tone icon>
<div class="al-notice" data-tone="${tone}" role="status"><@.namespace.icon name=icon/><div><#nested></div></div>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false lede="">
<!DOCTYPE html>
<html lang="${lang}"<#if realm.internationalizationEnabled> dir="${(locale.rtl)?then('rtl','ltr')}"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="robots" content="noindex">
  <meta name="referrer" content="no-referrer">
  <meta name="color-scheme" content="light dark">
  <title>${msg("signInWindowTitle")}</title>
  <link rel="icon" href="data:,">
  <#if themeResources?? && themeResources.styles?has_content>
    <@themeResourceTags.renderStyles themeResources.styles url.resourcesPath/>
  <#else>
    <#list properties.styles?split(' ') as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
    </#list>
  </#if>
  <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  <script type="module" src="${url.resourcesPath}/sign-in.js"></script>
  <#if scripts??>
    <#list scripts as script>
  <script src="${script}"></script>
    </#list>
  </#if>
  <script type="module">
    <#outputformat "JavaScript">
    import { startSessionPolling } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
    </#outputformat>
  </script>
  <#if authenticationSession??>
  <script type="module">
    <#outputformat "JavaScript">
    import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    checkAuthSession(${authenticationSession.authSessionIdHash?c});
    </#outputformat>
  </script>
  </#if>
</head>
<body class="al-frame al-alone al-sign-in" data-page-id="login-${pageId}">
  <a class="al-skip" href="#main">${msg("frameSkip")}</a>
  <header class="al-top">
    <span class="al-brand"><svg viewBox="0 0 32 32" aria-hidden="true"><path d="M4 26c7.5 0 6-20 13.5-20" stroke="#f5f0e6"/><path d="M14.5 26c7.5 0 6-20 13.5-20" stroke="#f0a95b"/></svg><span>${realm.displayName!"Alongside"}</span></span>
    <a class="al-leave" href="about:blank" rel="noreferrer" data-do="leave"><@icon name="exit" flip=true/>${msg("frameLeave")}<span class="al-only-ears">${msg("frameLeaveKeys")}</span></a>
  </header>
  <main class="al-main" id="main" tabindex="-1">
    <div class="al-head"><div>
      <h1 id="kc-page-title"><#nested "header"></h1>
      <#if lede?has_content><p class="al-lede">${lede}</p></#if>
    </div></div>

    <div class="al-card">
      <#-- an action that a page of ours asked for is not warned of as if it were a surprise -->
      <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
        <@notice tone={'error': 'danger', 'warning': 'soon', 'success': 'calm'}[message.type]!'dusk' icon=(message.type == 'success')?then('check', (message.type == 'error')?then('alert', 'info'))>${kcSanitize(message.summary)?no_esc}</@notice>
      </#if>

      <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
        <#nested "show-username">
        <p class="al-person" id="kc-username"><@icon name="person"/><bdi id="kc-attempted-username">${auth.attemptedUsername}</bdi>
          <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("notYou")}</a></p>
      </#if>

      <#nested "form">

      <#if auth?has_content && auth.showTryAnotherWayLink()>
        <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
          <input type="hidden" name="tryAnotherWay" value="on">
          <button class="al-button" data-kind="bare" id="try-another-way">${msg("doTryAnotherWay")}</button>
        </form>
      </#if>
      <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
        <form id="kc-switch-organization-form" action="${url.loginAction}" method="post">
          <input type="hidden" name="switchOrganization" value="true">
          <button class="al-button" data-kind="bare" id="switch-organization">${msg("doSwitchOrganization")}</button>
        </form>
      </#if>
      <#nested "socialProviders">
      <#if displayInfo><div id="kc-info"><#nested "info"></div></#if>
    </div>

    <#if realm.internationalizationEnabled && locale.supported?size gt 1>
      <nav class="al-languages" aria-label="${msg("languages")}">
        <#list locale.supported as one>
          <#if one.languageTag != lang>
        <a class="al-button" data-kind="bare" href="${one.url}" lang="${one.languageTag}" hreflang="${one.languageTag}"><@icon name="globe"/>${msg("language_" + one.languageTag)}</a>
          </#if>
        </#list>
      </nav>
    </#if>
  </main>
</body>
</html>
</#macro>
