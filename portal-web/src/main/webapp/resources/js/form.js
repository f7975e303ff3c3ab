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

  /* Questions not due yet come inside <template>, which a browser without scripts neither shows nor sends. Rows hold
     their own. */
  for (var template = form.querySelector('template[data-show]'); template; template = form.querySelector('template[data-show]')) {
    var inside = template.content.firstElementChild;
    inside.setAttribute('data-show', template.getAttribute('data-show'));
    template.replaceWith(inside);
  }

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  /* The questions that stand directly in the form, or in one row. */
  function questions(scope) {
    return Array.prototype.filter.call(scope.querySelectorAll('[data-key]'), function (field) {
      return (field.parentElement.closest('.rowset') || form) === (scope === form ? form : scope);
    });
  }

  function rowsets(field) {
    return Array.prototype.filter.call(field.querySelectorAll('.rowset'), function (row) {
      return row.parentElement.closest('[data-key]') === field;
    });
  }

  /* People type wide digits and thousands; the server reads them the same way. */
  function plain(text) {
    var half = text.replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); })
      .replace(/\s/g, '');
    return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(half) ? half.replace(/,/g, '') : half;
  }

  function inputs(field) {
    return Array.prototype.filter.call(field.querySelectorAll('input:not([type=hidden]),select,textarea'), function (input) {
      return input.closest('[data-key]') === field;
    });
  }

  function answer(field, context) {
    var all = inputs(field);
    switch (field.dataset.type) {
      case 'rows': return rowsets(field).map(function (row) { return collect(row, context); })
        .filter(function (row) { return Object.keys(row).some(function (key) { return !empty(row[key]); }); });
      case 'multiChoice': return all.filter(function (i) { return i.checked; }).map(function (i) { return i.value; });
      case 'choice': case 'yesno': case 'declaration':
        var chosen = all.filter(function (i) { return i.checked; })[0];
        return chosen ? chosen.value : '';
      case 'address': case 'dateRange': case 'signature':
        return all.reduce(function (parts, i) {
          if (i.type !== 'checkbox' && i.value) { parts[i.name.split('.').pop()] = i.value; }
          return parts;
        }, {});
      case 'computed': return field.querySelector('output').dataset.value;
      case 'file': return '';
      case 'number': return all[0] ? plain(all[0].value) : '';
      default: return all[0] ? all[0].value.trim() : '';
    }
  }

  function collect(scope, context) {
    return questions(scope).reduce(function (all, field) {
      if (!field.hidden) { all[field.dataset.key] = answer(field, context); }
      return all;
    }, {});
  }

  /* What the conditions of a question see: its own row before those around it and before the form. */
  function seenBy(field, all) {
    var row = field.parentElement.closest('.rowset');
    if (!row) { return all; }
    var around = seenBy(row.parentElement.closest('[data-key]'), all);
    var seen = Object.assign({}, around);
    questions(row).forEach(function (column) { delete seen[column.dataset.key]; });
    return Object.assign(seen, collect(row, all));
  }

  function answers() { return Object.assign(JSON.parse(form.dataset.earlier), collect(form)); }

  function update() {
    each(form.querySelectorAll('[data-show],[data-need]'), function (field) {
      var seen = seenBy(field, answers());
      if (field.dataset.show) {
        var due = holds(JSON.parse(field.dataset.show), seen);
        field.hidden = !due;
        each(field.querySelectorAll('input,select,textarea,button'), function (input) { input.disabled = !due; });
      }
      if (field.dataset.need) {
        var needed = holds(JSON.parse(field.dataset.need), seen);
        var head = field.querySelector('legend,label');
        each(head.querySelectorAll('.need'), function (mark) { mark.hidden = !needed; });
        each(head.querySelectorAll('.may'), function (mark) { mark.hidden = needed; });
      }
    });
    each(form.querySelectorAll('[data-when]'), function (option) {
      var field = option.closest('[data-key]');
      var offered = holds(JSON.parse(option.dataset.when), seenBy(field, answers()));
      option.hidden = !offered;
      if (option.tagName === 'OPTION') {
        option.disabled = !offered;
        if (!offered && option.selected) { option.parentElement.value = ''; }
        return;
      }
      each(option.querySelectorAll('input'), function (input) {
        input.disabled = field.hidden || !offered;
        if (!offered) { input.checked = false; }
      });
    });
  }

  form.addEventListener('change', update);
  form.addEventListener('input', update);
  update();

  /* Leaving with unsaved answers is asked about once. */
  var dirty = false;
  var typedAt = 0;
  ['change', 'input'].forEach(function (name) {
    form.addEventListener(name, function () { dirty = true; typedAt = Date.now(); });
  });
  form.addEventListener('submit', function () { dirty = false; });
  window.addEventListener('beforeunload', function (event) {
    // A kiosk wipes what somebody has left lying there.
    if (dirty && !document.body.dataset.idle) { event.preventDefault(); }
  });

  /* 自动保存: after a pause, and when the page is put aside. It fails quietly: what was typed still stands here, and the
     button saves it as ever. */
  if (!form.dataset.autosave) { return; }
  var PAUSE = 4000;
  var told = document.getElementById('autosaved');
  var saving = null;
  var waiting = null;

  function autosave(leaving) {
    if (!dirty || saving) { return; }
    var body = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (typeof value === 'string') { body.append(name, value); } });
    body.set('_do', 'autosave');
    var begun = Date.now();
    saving = fetch(form.action, { method: 'POST', body: body, credentials: 'same-origin', redirect: 'error', keepalive: leaving })
      .then(function (reply) { if (!reply.ok) { throw new Error('not saved'); } return reply.json(); })
      .then(function (said) {
        if (!said.version) { return; }
        form.elements._version.value = said.version;
        if (typedAt <= begun) { dirty = false; }
        each(Object.keys(said.computed), function (id) {
          var output = document.querySelector('#' + id + ' output');
          if (output) { output.dataset.value = said.computed[id]; output.textContent = said.computed[id] || output.textContent; }
        });
        update();
        told.textContent = form.dataset.autosave.replace('{0}', said.at);
      })
      .catch(function () { /* the next pause tries again, and the button says what is the matter */ })
      .then(function () { saving = null; });
  }

  form.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { autosave(false); }, PAUSE);
  });
  form.addEventListener('change', function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { autosave(false); }, PAUSE / 4);
  });
  document.addEventListener('visibilitychange', function () { if (document.hidden) { autosave(true); } });

  /* A button pressed while the page is being saved waits for the new version. */
  form.addEventListener('submit', function (event) {
    clearTimeout(waiting);
    if (!saving) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    var button = event.submitter;
    saving.then(function () { form.requestSubmit(button); });
  }, true);
}());
