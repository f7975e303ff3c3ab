/* Figures grow old while nobody looks: after five minutes the page says so. */
(function () {
  'use strict';
  var asOf = document.getElementById('as-of');
  if (asOf) {
    setTimeout(function () { document.getElementById('stale').hidden = false; }, Number(asOf.dataset.stale) * 1000);
  }
}());
