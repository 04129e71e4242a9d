// A signature drawn with finger, pen or mouse. Without this script, and for whoever can't draw, the typed name is it.
(function () {
  'use strict';

  var form = document.querySelector('[data-cw-signing]');
  var pad = form && form.querySelector('[data-cw-pad]');
  var ink = pad && pad.getContext('2d');
  if (!ink) {
    return;
  }
  var drawn = false;
  var last = null;

  function clear() {
    // White beneath, black upon it, in the dark as well: the file is printed.
    ink.fillStyle = '#fff';
    ink.fillRect(0, 0, pad.width, pad.height);
    drawn = false;
  }

  function place(event) {
    var box = pad.getBoundingClientRect();
    return {
      x: (event.clientX - box.left) * pad.width / box.width,
      y: (event.clientY - box.top) * pad.height / box.height
    };
  }

  function line(from, to) {
    ink.strokeStyle = '#000';
    ink.lineWidth = 5;
    ink.lineCap = 'round';
    ink.beginPath();
    ink.moveTo(from.x, from.y);
    ink.lineTo(to.x, to.y);
    ink.stroke();
    drawn = true;
  }

  pad.addEventListener('pointerdown', function (event) {
    pad.setPointerCapture(event.pointerId);
    last = place(event);
    line(last, last);
    event.preventDefault();
  });
  pad.addEventListener('pointermove', function (event) {
    if (last) {
      var here = place(event);
      line(last, here);
      last = here;
    }
  });
  ['pointerup', 'pointercancel'].forEach(function (end) {
    pad.addEventListener(end, function () {
      last = null;
    });
  });
  form.querySelector('[data-cw-pad-clear]').addEventListener('click', clear);
  form.addEventListener('submit', function () {
    form.querySelector('[data-cw-drawing]').value = drawn ? pad.toDataURL('image/png') : '';
  });
  clear();
  form.querySelector('[data-cw-pad-frame]').hidden = false;
})();
