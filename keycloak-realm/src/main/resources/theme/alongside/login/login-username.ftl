<#import "template.ftl" as layout>
<#import "passkeys.ftl" as passkeys>
<#assign wrong = messagesPerField.existsError('username')>
<@layout.registrationLayout displayMessage=!wrong lede=msg("signInLede"); section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <form class="al-form" id="kc-form-login" action="${url.loginAction}" method="post">
      <#if !usernameHidden??>
        <div class="al-field">
          <label for="username"><#if realm.loginWithEmailAllowed>${msg("usernameOrEmail")}<#else>${msg("username")}</#if></label>
          <#if wrong><p class="al-error" id="input-error-username"><@layout.icon name="alert"/><span>${kcSanitize(messagesPerField.get('username'))?no_esc}</span></p></#if>
          <input class="al-input" id="username" name="username" value="${(login.username!'')}" type="text" dir="ltr" autofocus
                 autocapitalize="none" spellcheck="false" required
                 autocomplete="${(enableWebAuthnConditionalUI?has_content)?then('username webauthn', 'username')}"
                 <#if wrong>aria-invalid="true" aria-describedby="input-error-username"</#if>>
        </div>
      </#if>
      <button class="al-button" data-kind="main" name="login" id="kc-login">${msg("doContinue")}</button>
    </form>
    <@passkeys.conditionalUIData/>
  </#if>
</@layout.registrationLayout>
