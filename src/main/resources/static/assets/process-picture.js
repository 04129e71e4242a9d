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
        // Near enough to read, with the first current step in the middle; the whole picture when it has ended.
        canvas.zoom('fit-viewport', 'auto');
        const current = active.map((id) => known.get(id)).find((shape) => shape.width);
        if (current) {
          const scale = 0.9;
          const size = canvas.getSize();
          canvas.viewbox({
            x: current.x + current.width / 2 - size.width / scale / 2,
            y: current.y + current.height / 2 - size.height / scale / 2,
            width: size.width / scale,
            height: size.height / scale,
          });
        }
        box.dataset.drawn = 'true';
      });
    })
    .catch(() => {
      box.dataset.drawn = 'failed';
    });
})();
