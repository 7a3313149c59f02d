<#import "template.ftl" as layout>
<#import "password.ftl" as password>
<#import "passkeys.ftl" as passkeys>
<#assign wrong = messagesPerField.existsError('username', 'password')>
<@layout.registrationLayout displayMessage=!wrong lede=(usernameHidden??)?then('', msg("signInLede")); section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <form class="al-form" id="kc-form-login" action="${url.loginAction}" method="post">
      <#if !usernameHidden??>
        <div class="al-field">
          <label for="username"><#if realm.loginWithEmailAllowed>${msg("usernameOrEmail")}<#else>${msg("username")}</#if></label>
          <input class="al-input" id="username" name="username" value="${(login.username!'')}" type="text" dir="ltr" required
                 autocapitalize="none" spellcheck="false" <#if !wrong>autofocus</#if>
                 autocomplete="${(enableWebAuthnConditionalUI?has_content)?then('username webauthn', 'username')}">
        </div>
      </#if>
      <@password.field label=msg("password") error=wrong?then(messagesPerField.getFirstError('username', 'password'), '')><#if wrong>autofocus</#if></@password.field>
      <input type="hidden" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
      <button class="al-button" data-kind="main" name="login" id="kc-login">${msg("doLogIn")}</button>
      <#if realm.resetPasswordAllowed><p><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
    </form>
    <@passkeys.conditionalUIData/>
  </#if>
</@layout.registrationLayout>
