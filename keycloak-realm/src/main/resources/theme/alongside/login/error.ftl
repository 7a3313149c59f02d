<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${kcSanitize(msg("errorTitle"))?no_esc}
  <#elseif section = "form">
    <@layout.notice tone="danger" icon="alert">${kcSanitize(message.summary)?no_esc}</@layout.notice>
    <#if !skipLink?? && client?? && client.baseUrl?has_content>
      <p class="al-actions"><a class="al-button" data-kind="main" id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
