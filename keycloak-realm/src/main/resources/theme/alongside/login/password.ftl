<#import "template.ftl" as layout>
<#-- A password field with a button that shows what was typed; what is nested goes into the input. -->
<#macro field label error="" id="password" autocomplete="current-password">
  <div class="al-field">
    <label for="${id}">${label}</label>
    <#if error?has_content><p class="al-error" id="input-error-${id}"><@layout.icon name="alert"/><span>${kcSanitize(error)?no_esc}</span></p></#if>
    <div class="al-peek">
      <input class="al-input" id="${id}" name="${id}" type="password" dir="ltr" autocomplete="${autocomplete}" required
             autocapitalize="none" spellcheck="false" <#nested>
             <#if error?has_content>aria-invalid="true" aria-describedby="input-error-${id}"</#if>>
      <button class="al-button" type="button" aria-controls="${id}" aria-pressed="false" data-do="peek"
              aria-label="${msg('showPassword')}" title="${msg('showPassword')}"><@layout.icon name="eye"/></button>
    </div>
  </div>
</#macro>
