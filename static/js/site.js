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

  // One key presses the button that shows it, unless somebody is typing. Once: until the next
  // page is there, a second press would be for what nobody has read.
  let pressed = false;
  addEventListener("pageshow", () => { pressed = false; });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    const button = document.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    if (!pressed) button.click();
    pressed = true;
  });

  // A sentence opened beside the summary is read next; its link back leads to where one was.
  document.addEventListener("htmx:after:swap", () => {
    const panel = document.getElementById("panel");
    if (!panel?.firstElementChild || panel.dataset.shown === panel.textContent) return;
    panel.dataset.shown = panel.textContent;
    panel.focus({ preventScroll: true }); // it may be taller than the screen: its head is shown
    panel.scrollTop = 0;
    const head = panel.firstElementChild.getBoundingClientRect().top;
    if (head < 0 || head > innerHeight / 2) panel.scrollIntoView();
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

  // What is left of a wait, in the server's words; read out at one hour and at five minutes only.
  const before = new WeakMap();

  function tick() {
    for (const shown of document.querySelectorAll("[data-countdown]")) {
      const minutes = Math.floor((Date.parse(shown.dataset.countdown) - Date.now()) / 60000);
      shown.textContent = minutes < 0 ? shown.dataset.passed : left(shown.dataset.words, minutes);
      const earlier = before.get(shown) ?? minutes;
      const aloud = shown.parentElement.querySelector("[role=status]");
      if ([60, 5].some((mark) => earlier > mark && minutes <= mark)) aloud.textContent = shown.textContent;
      before.set(shown, minutes);
    }
  }

  function left(words, minutes) {
    const parts = { d: Math.floor(minutes / 1440), h: Math.floor((minutes % 1440) / 60), m: minutes % 60 };
    return words.replace(/\{([dhm])\}/g, (_, part) => parts[part]);
  }

  // The same moment on the reader's own clocks, where they show another time than New York's.
  function ownTimes() {
    const format = { weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    const lang = `${document.documentElement.lang.replace(/^en$/, "en-GB")}-u-nu-latn`;
    for (const shown of document.querySelectorAll("[data-own][hidden]")) {
      const at = new Date(shown.dataset.own);
      const own = at.toLocaleString(lang, format);
      if (own === at.toLocaleString(lang, { ...format, timeZone: "America/New_York" })) continue;
      shown.textContent = shown.dataset.words.replace("{time}", own);
      shown.hidden = false;
    }
  }

  // Controls that only mean something with a script appear with it.
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-print]")) print();
  });

  function ready() {
    pressed = false;
    prepare();
    focusErrors();
    ownTimes();
    for (const control of document.querySelectorAll("[data-print]")) control.hidden = false;
  }

  document.addEventListener("htmx:after:swap", ready);
  document.addEventListener("DOMContentLoaded", () => {
    ready();
    tick();
    setInterval(tick, 60000);
  });

  // What is on paper says from where and when.
  addEventListener("beforeprint", () => {
    const at = `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`;
    for (const line of document.querySelectorAll("[data-printed]")) {
      line.textContent = `${location.href} · ${at}`;
    }
  });
})();
