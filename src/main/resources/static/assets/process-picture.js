// Draws the visit's BPMN model and marks where the visit stands.
(() => {
  'use strict';
  const box = document.getElementById('process-picture');
  if (!box || !window.BpmnJS) return;
  fetch(box.dataset.model, { headers: { Accept: 'application/xml' } })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
    .then((xml) => {
      const viewer = new window.BpmnJS({ container: box });
      return viewer.importXML(xml).then(() => {
        const canvas = viewer.get('canvas');
        const known = viewer.get('elementRegistry');
        const active = box.dataset.active.split(' ').filter((id) => id && known.get(id));
        active.forEach((id) => canvas.addMarker(id, 'desk-active'));
        canvas.zoom('fit-viewport', 'auto');
        box.dataset.drawn = 'true';
      });
    })
    .catch(() => {
      box.dataset.drawn = 'failed';
    });
})();
