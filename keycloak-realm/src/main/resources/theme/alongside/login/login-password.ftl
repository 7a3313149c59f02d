<#import "template.ftl" as layout>
<#import "password.ftl" as password>
<#assign wrong = messagesPerField.existsError('password')>
<@layout.registrationLayout displayMessage=!wrong; section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <form class="al-form" id="kc-form-login" action="${url.loginAction}" method="post">
      <@password.field label=msg("password") error=wrong?then(messagesPerField.get('password'), '')>autofocus</@password.field>
      <button class="al-button" data-kind="main" name="login" id="kc-login">${msg("doLogIn")}</button>
      <#if realm.resetPasswordAllowed><p><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
    </form>
  </#if>
</@layout.registrationLayout>
