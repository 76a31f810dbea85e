// Small comforts for desk pages. Everything works without them; nothing here is evaluated text.
"use strict";

(() => {
  const dirty = new Set();

  // Leaving with words unsaved asks first. A form says otherwise with data-unguarded.
  document.addEventListener("input", ({ target }) => {
    const form = target.closest("form[method=post]:not([data-unguarded])");
    if (form) dirty.add(form);
  });
  document.addEventListener("submit", ({ target }) => dirty.delete(target));
  document.addEventListener("htmx:after:request", ({ target, detail }) => {
    const ok = detail.ctx.response.status < 400;
    if (ok) dirty.delete(target.closest("form"));
    showFailure(target, detail.ctx.response.status >= 500);
  });
  document.addEventListener("htmx:error", ({ target }) => showFailure(target, true));
  addEventListener("beforeunload", (event) => {
    if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
  });

  // The desk's form says so itself, in a line of its own.
  function showFailure(target, failed) {
    if (target.closest("form[data-desk]")) return;
    const toast = document.getElementById("request-failed");
    if (toast) toast.hidden = !failed;
  }

  // One key presses the button that shows it, unless somebody is typing.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    const button = document.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  // What was wrong is where the reader goes next, once.
  function focusErrors() {
    const summary = document.querySelector(".error-summary:not([data-seen])");
    if (!summary) return;
    summary.dataset.seen = "";
    summary.focus();
  }

  // A table with role=grid is one stop; the arrows move inside it, Escape leaves it.
  const grid = {
    rows: (table) => [...table.querySelectorAll("tr")],
    cells: (row) => [...row.querySelectorAll("th, td")],
  };

  function enter(cell) {
    const table = cell.closest("[role=grid]");
    for (const other of table.querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
    const stop = cell.querySelector("a, button") ?? cell;
    stop.tabIndex = 0;
    stop.focus();
  }

  function prepare() {
    for (const table of document.querySelectorAll("[role=grid]:not([data-roving])")) {
      table.dataset.roving = "";
      for (const link of table.querySelectorAll("a, button")) link.tabIndex = -1;
      const first = table.querySelector("tbody td");
      if (first) (first.querySelector("a, button") ?? first).tabIndex = 0;
    }
  }

  function goal(event, table, cell) {
    const rows = grid.rows(table);
    const y = rows.indexOf(cell.parentElement);
    const cells = grid.cells(rows[y]);
    const x = cells.indexOf(cell);
    const ahead = document.dir === "rtl" ? -1 : 1;
    const steps = { ArrowRight: [ahead, 0], ArrowLeft: [-ahead, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    if (event.key in steps) {
      const [dx, dy] = steps[event.key];
      return rows[y + dy] && grid.cells(rows[y + dy])[x + dx];
    }
    if (event.key === "Home") return grid.cells(event.ctrlKey ? rows[0] : rows[y])[0];
    if (event.key === "End") return grid.cells(event.ctrlKey ? rows.at(-1) : rows[y]).at(-1);
    return null;
  }

  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest?.("[role=grid] :is(th, td)");
    if (!cell || event.altKey || event.metaKey || event.target.matches("input, textarea, select")) return;
    const table = cell.closest("[role=grid]");
    if (event.key === "Escape") {
      const frame = table.closest(".frame[tabindex]");
      if (frame) frame.focus();
      else event.target.blur();
      return;
    }
    const next = goal(event, table, cell);
    if (!next) return;
    event.preventDefault();
    enter(next);
  });

  // What is left of a wait, to the minute, in the words of the page's language.
  function tick() {
    for (const shown of document.querySelectorAll("[data-countdown]")) {
      const minutes = Math.floor((Date.parse(shown.dataset.countdown) - Date.now()) / 60000);
      shown.textContent = minutes < 0 ? shown.dataset.ended : left(minutes);
    }
  }

  function left(minutes) {
    const lang = document.documentElement.lang || "en";
    const say = (value, unit) =>
      new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay: "short" }).format(value);
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor((minutes % 1440) / 60);
    const parts = days ? [say(days, "day"), say(hours, "hour")] : [say(hours, "hour"), say(minutes % 60, "minute")];
    return parts.join(" ");
  }

  // Controls that only mean something with a script appear with it.
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-print]")) print();
  });

  function ready() {
    prepare();
    focusErrors();
    for (const control of document.querySelectorAll("[data-print]")) control.hidden = false;
  }

  document.addEventListener("htmx:after:swap", ready);
  document.addEventListener("DOMContentLoaded", () => {
    ready();
    tick();
    setInterval(tick, 60000);
  });
})();
