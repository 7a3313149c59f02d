<#import "template.ftl" as layout>
<#import "password.ftl" as password>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password', 'password-confirm'); section>
  <#if section = "header">
    ${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <form class="al-form" id="kc-passwd-update-form" action="${url.loginAction}" method="post">
      <@password.field id="password-new" label=msg("passwordNew") autocomplete="new-password"
          error=messagesPerField.get('password')!''>autofocus</@password.field>
      <@password.field id="password-confirm" label=msg("passwordConfirm") autocomplete="new-password"
          error=messagesPerField.get('password-confirm')!''/>
      <@passwordCommons.logoutOtherSessions/>
      <button class="al-button" data-kind="main" name="login">${msg("doSubmit")}</button>
      <#if isAppInitiatedAction??><button class="al-button" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if>
    </form>
  </#if>
</@layout.registrationLayout>
