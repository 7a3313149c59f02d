<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${message.summary}</#if>
  <#elseif section = "form">
    <p>${message.summary}<#if requiredActions??><#list requiredActions>: <b><#items as action>${kcSanitize(msg("requiredAction.${action}"))?no_esc}<#sep>, </#items></b></#list></#if></p>
    <#assign target = (skipLink??)?then('', pageRedirectUri!(actionUri!((client.baseUrl)!'')))>
    <#if target?has_content>
      <p class="al-actions"><a class="al-button" data-kind="main" href="${target}">${(actionUri?? && !pageRedirectUri??)?then(msg("proceedWithAction"), msg("backToApplication"))}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
