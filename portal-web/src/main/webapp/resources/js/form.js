/* Forms where scripts run: questions come and go as the answers before them say. The server decides again with the same
   conditions; what they mean is fixed by the vectors in forms/src/test/resources/conditions.json. */
(function () {
  'use strict';

  var NUMBER = /^-?\d{1,18}(\.\d{1,9})?$/;

  function answerAt(answers, path) {
    return path.split('.').reduce(function (node, name) {
      return node !== null && typeof node === 'object' && !Array.isArray(node)
        && Object.prototype.hasOwnProperty.call(node, name) ? node[name] : undefined;
    }, answers);
  }

  function empty(answer) {
    if (answer === undefined || answer === null) { return true; }
    if (typeof answer === 'string') { return answer.trim() === ''; }
    if (Array.isArray(answer)) { return answer.length === 0; }
    return typeof answer === 'object' && Object.keys(answer).length === 0;
  }

  function number(answer) {
    if (typeof answer === 'number') { return answer; }
    return typeof answer === 'string' && NUMBER.test(answer) ? Number(answer) : null;
  }

  function equal(answer, value) {
    if (empty(answer)) { return false; }
    if (Array.isArray(answer)) {
      return answer.some(function (element) { return !Array.isArray(element) && equal(element, value); });
    }
    if (typeof value === 'number') { return number(answer) === value; }
    return typeof answer !== 'object' && String(answer) === String(value);
  }

  /* Below, at or above 0; null where the two cannot be compared. */
  function order(answer, value) {
    if (empty(answer)) { return null; }
    if (typeof value === 'number') {
      var n = Array.isArray(answer) ? answer.length : number(answer);
      return n === null ? null : n - value;
    }
    if (typeof answer !== 'string') { return null; }
    var text = String(value);
    return answer < text ? -1 : answer > text ? 1 : 0;
  }

  function holds(condition, answers) {
    if (condition.all) { return condition.all.every(function (part) { return holds(part, answers); }); }
    if (condition.any) { return condition.any.some(function (part) { return holds(part, answers); }); }
    if (condition.not) { return !holds(condition.not, answers); }
    var answer = answerAt(answers, condition.field);
    if ('is' in condition) { return equal(answer, condition.is); }
    if ('in' in condition) { return condition.in.some(function (value) { return equal(answer, value); }); }
    var by;
    if ('atLeast' in condition) { by = order(answer, condition.atLeast); return by !== null && by >= 0; }
    if ('atMost' in condition) { by = order(answer, condition.atMost); return by !== null && by <= 0; }
    return condition.present !== empty(answer);
  }

  if (typeof module !== 'undefined') { module.exports = { holds: holds }; }
  if (typeof document === 'undefined') { return; }

  var form = document.querySelector('form[data-earlier]');
  if (!form) { return; }

  /* Questions not due yet come inside <template>, which a browser without scripts neither shows nor sends. */
  form.querySelectorAll('template[data-show]').forEach(function (template) {
    var field = template.content.firstElementChild;
    field.setAttribute('data-show', template.getAttribute('data-show'));
    template.replaceWith(field);
  });

  function answers() {
    var all = JSON.parse(form.dataset.earlier);
    form.querySelectorAll('[data-key]').forEach(function (field) {
      var key = field.dataset.key;
      if (field.hidden) { delete all[key]; return; }
      if (field.dataset.many) {
        all[key] = Array.prototype.map.call(field.querySelectorAll('input:checked'), function (i) { return i.value; });
        return;
      }
      var radio = field.querySelector('input[type=radio]');
      var input = radio ? field.querySelector('input:checked') : field.querySelector('input,select,textarea');
      all[key] = input ? input.value : '';
    });
    return all;
  }

  function update() {
    form.querySelectorAll('[data-show]').forEach(function (field) {
      var due = holds(JSON.parse(field.dataset.show), answers());
      field.hidden = !due;
      field.querySelectorAll('input,select,textarea,button').forEach(function (input) { input.disabled = !due; });
    });
  }

  form.addEventListener('change', update);
  form.addEventListener('input', update);
  update();

  /* Leaving with unsaved answers is asked about once. */
  var dirty = false;
  form.addEventListener('change', function () { dirty = true; });
  form.addEventListener('submit', function () { dirty = false; });
  window.addEventListener('beforeunload', function (event) {
    // A kiosk wipes what somebody has left lying there.
    if (dirty && !document.body.dataset.idle) { event.preventDefault(); }
  });
}());
