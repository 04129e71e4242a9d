// Draws the charts of a page of figures from the tables beneath them. Without JavaScript the tables are all there is.
(function () {
  'use strict';
  if (!window.Chart) {
    return;
  }
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function read(table) {
    const rows = Array.from(table.tBodies[0].rows);
    const heads = Array.from(table.tHead.rows[0].cells);
    const columns = rows.length ? Array.from(rows[0].cells).map(function (cell, at) { return 'value' in cell.dataset ? at : -1; })
      .filter(function (at) { return at >= 0; }) : [];
    return {
      labels: rows.map(function (row) { return row.cells[0].textContent.trim(); }),
      series: columns.map(function (at) {
        return {name: heads[at].textContent.trim(), values: rows.map(function (row) { return Number(row.cells[at].dataset.value); })};
      })
    };
  }

  function draw(canvas) {
    const kind = canvas.dataset.cwChart;
    const data = read(document.getElementById(canvas.dataset.cwTable));
    const scale = Math.pow(10, Number(canvas.dataset.cwDigits));
    const money = new Intl.NumberFormat(document.documentElement.lang, {style: 'currency', currency: canvas.dataset.cwCurrency, maximumFractionDigits: 0});
    const exact = new Intl.NumberFormat(document.documentElement.lang, {style: 'currency', currency: canvas.dataset.cwCurrency});
    const colours = [colour('--cw-accent'), colour('--cw-control')];
    const across = kind === 'across';
    const numbers = {beginAtZero: true, grid: {color: colour('--cw-line')}, ticks: {color: colour('--cw-muted'), maxTicksLimit: 6, precision: 0, callback: function (value) { return money.format(value); }}};
    const names = {grid: {display: false}, ticks: {color: colour('--cw-muted'), maxRotation: 0, autoSkip: true}};
    return new Chart(canvas, {
      type: kind === 'line' ? 'line' : 'bar',
      data: {
        labels: data.labels,
        datasets: data.series.map(function (each, at) {
          return {
            label: each.name,
            data: each.values.map(function (value) { return value / scale; }),
            borderColor: colours[at], backgroundColor: colours[at], borderWidth: kind === 'line' ? 2 : 0,
            borderDash: kind === 'line' && at > 0 ? [5, 4] : [], pointRadius: data.labels.length > 40 ? 0 : 3, maxBarThickness: 48
          };
        })
      },
      options: {
        animation: false, responsive: true, maintainAspectRatio: false, indexAxis: across ? 'y' : 'x',
        interaction: {mode: 'index', intersect: false},
        scales: across ? {x: numbers, y: names} : {x: names, y: numbers},
        plugins: {
          legend: {display: data.series.length > 1, labels: {color: colour('--cw-text')}},
          tooltip: {callbacks: {label: function (item) { return item.dataset.label + ': ' + exact.format(across ? item.parsed.x : item.parsed.y); }}}
        }
      }
    });
  }

  let charts = [];
  function drawAll() {
    charts.forEach(function (chart) { chart.destroy(); });
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    charts = Array.from(document.querySelectorAll('[data-cw-chart]')).map(draw);
  }
  document.querySelectorAll('.bill-data').forEach(function (data) { data.open = false; });
  drawAll();
  dark.addEventListener('change', drawAll);
})();
