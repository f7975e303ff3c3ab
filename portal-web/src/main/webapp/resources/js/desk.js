/* 工作台: buttons come alive when PrimeFaces is awake; a refusal takes the focus; one press is one request. */
(function () {
  'use strict';
  var root = document.documentElement;

  function ready() { root.classList.add('ready', 'js'); }
  if (document.readyState === 'complete') { ready(); } else { window.addEventListener('load', ready); }

  function focusTrouble() {
    var summary = document.getElementById('summary');
    if (summary) { summary.focus(); summary.scrollIntoView({ block: 'center' }); }
  }
  focusTrouble();
  if (window.jQuery) { window.jQuery(document).on('pfAjaxComplete', focusTrouble); }

  /* A line of the refusal leads to its field, also inside a part that is folded away. */
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('#summary a');
    var at = link && document.getElementById(link.hash.slice(1));
    if (!at) { return; }
    event.preventDefault();
    var fold = at.closest('details');
    if (fold) { fold.open = true; }
    var input = at.matches('input,select,textarea') ? at : at.querySelector('input,select,textarea');
    (input || at).focus();
    (input || at).scrollIntoView({ block: 'center' });
  });

  document.querySelectorAll('form[data-once]').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = '1';
      setTimeout(function () { form.setAttribute('aria-busy', 'true'); }, 0);
    });
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; form.removeAttribute('aria-busy'); });
  });
}());
