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

  /* A code with leading zeros, or of more digits than a number holds, is a text. */
  var RECKONED = /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/;
  var OTHER = /^@([A-Za-z][A-Za-z0-9_.]*)$/;
  var RELATIVE = /^today(?:([+-]\d{1,4})([dwmy]))?$/;

  /* A month ends before its 31st, or 29th: then its last day. */
  function day(today, number, unit) {
    var p = today.split('-').map(Number);
    if (unit === 'd' || unit === 'w') {
      return new Date(Date.UTC(p[0], p[1] - 1, p[2] + number * (unit === 'w' ? 7 : 1))).toISOString().slice(0, 10);
    }
    var month = p[1] - 1 + number * (unit === 'y' ? 12 : 1);
    var last = new Date(Date.UTC(p[0], month + 1, 0));
    return new Date(Date.UTC(p[0], month, Math.min(p[2], last.getUTCDate()))).toISOString().slice(0, 10);
  }

  function reckoned(answer) { return typeof answer === 'number' || typeof answer === 'string' && RECKONED.test(answer); }

  /* What a test compares with: an answer where the value names one, a day where it counts from today. */
  function valueOf(value, beside, answers) {
    if (typeof value !== 'string') { return value; }
    var other = OTHER.exec(value);
    if (other) {
      var answer = answerAt(answers, other[1]);
      return reckoned(answer) && (typeof beside === 'object' || reckoned(beside)) ? Number(answer) : answer;
    }
    var relative = RELATIVE.exec(value);
    if (!relative) { return value; }
    var today = answers['@today'];
    if (!today) { return undefined; }
    return relative[1] ? day(today, Number(relative[1]), relative[2]) : today;
  }

  function comparable(value) { return value !== undefined && value !== null && typeof value !== 'object'; }

  function equal(answer, value) {
    if (empty(answer) || !comparable(value)) { return false; }
    if (Array.isArray(answer)) {
      return answer.some(function (element) { return !Array.isArray(element) && equal(element, value); });
    }
    if (typeof value === 'number') { return number(answer) === value; }
    return typeof answer !== 'object' && String(answer) === String(value);
  }

  /* Below, at or above 0; null where the two cannot be compared. */
  function order(answer, value) {
    if (empty(answer) || !comparable(value)) { return null; }
    if (typeof value === 'number') {
      var n = Array.isArray(answer) ? answer.length : number(answer);
      return n === null ? null : n - value;
    }
    if (typeof answer !== 'string') { return null; }
    var text = String(value);
    return answer < text ? -1 : answer > text ? 1 : 0;
  }

  /* How many rows fit. A column unanswered in one row is not answered by a question of the form of the same name. */
  function fitting(rows, answers, within) {
    var outside = Object.assign({}, answers);
    rows.forEach(function (row) { Object.keys(row).forEach(function (name) { delete outside[name]; }); });
    return rows.filter(function (row) { return holds(within, Object.assign({}, outside, row)); }).length;
  }

  /* Cents add up exactly. */
  function sum(rows, column) {
    var total = rows.reduce(function (all, row) { return all + (number(row[column]) || 0); }, 0);
    return Math.round(total * 1e6) / 1e6;
  }

  function compares(condition, found, answers) {
    if ('is' in condition) { return order(found, valueOf(condition.is, found, answers)) === 0; }
    var by = order(found, valueOf('atLeast' in condition ? condition.atLeast : condition.atMost, found, answers));
    return by !== null && ('atLeast' in condition ? by >= 0 : by <= 0);
  }

  function holds(condition, answers) {
    if (condition.all) { return condition.all.every(function (part) { return holds(part, answers); }); }
    if (condition.any) { return condition.any.some(function (part) { return holds(part, answers); }); }
    if (condition.not) { return !holds(condition.not, answers); }
    var answer = answerAt(answers, condition.field);
    var rows = Array.isArray(answer) ? answer : [];
    if ('anyRow' in condition) { return fitting(rows, answers, condition.anyRow) > 0; }
    if ('everyRow' in condition) { return rows.length > 0 && fitting(rows, answers, condition.everyRow) === rows.length; }
    if ('count' in condition) { return compares(condition, fitting(rows, answers, condition.count), answers); }
    if ('sum' in condition) { return compares(condition, sum(rows, condition.sum), answers); }
    if ('is' in condition) { return equal(answer, valueOf(condition.is, answer, answers)); }
    if ('in' in condition) { return condition.in.some(function (value) { return equal(answer, valueOf(value, answer, answers)); }); }
    if ('present' in condition) { return condition.present !== empty(answer); }
    return compares(condition, answer, answers);
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
