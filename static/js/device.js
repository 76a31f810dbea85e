// What is typed stays on this device until the server has it: by person, cell and base version.
"use strict";

(() => {
  const PREFIX = "horseshoe.draft|";
  const FIELDS = ["assessment", "text", "language", "attribution", "quotable"];
  const LEAVING = ["/sign-out", "/sign-out-everywhere"];
  const leaving = () => document.querySelector("[data-signs-out]").dataset.signsOut;
  const person = document.querySelector("meta[name=person]")?.content ?? "";
  const mine = `${PREFIX}${person}|`;
  const off = `horseshoe.off|${person}`;

  const key = (cell, version) => `${mine}${cell}|${version}`;

  function isOn() {
    try {
      return localStorage.getItem(off) === null;
    } catch {
      return false; // a browser that keeps nothing
    }
  }

  // Everything kept for this person, the newest first.
  function entries() {
    if (!person) return [];
    try {
      return Object.keys(localStorage)
        .filter((name) => name.startsWith(mine))
        .map((name) => {
          const [cell, version] = name.slice(mine.length).split("|");
          return { name, cell, version, ...JSON.parse(localStorage.getItem(name)) };
        })
        .sort((one, other) => other.at - one.at);
    } catch {
      return [];
    }
  }

  const of = (cell) => entries().filter((entry) => entry.cell === cell);

  // What a form says, or what was sent of it.
  function read(source) {
    const found = source instanceof HTMLFormElement ? new FormData(source) : source;
    return Object.fromEntries(FIELDS.map((name) => [name, found.get(name) ?? ""]));
  }

  // Tell whether the words are safe here.
  function keep(cell, version, fields) {
    if (!isOn()) return false;
    try {
      localStorage.setItem(key(cell, version), JSON.stringify({ fields, at: Date.now() }));
      return true;
    } catch {
      return false;
    }
  }

  function forget(cell, version) {
    try {
      for (const entry of of(cell))
        if (version === undefined || entry.version === String(version)) localStorage.removeItem(entry.name);
    } catch { /* nothing was kept */ }
    show();
  }

  const same = (one, other) => FIELDS.every((name) => (one[name] ?? "") === (other[name] ?? ""));

  // The banner: which answers are nowhere else. The one being typed has a line of its own.
  function show() {
    const banner = document.getElementById("on-device");
    if (!banner) return;
    const typing = document.querySelector("form[data-desk]")?.dataset.cell;
    const cells = [...new Set(entries().map((entry) => entry.cell))].filter((cell) => cell !== typing);
    banner.hidden = !cells.length;
    banner.querySelector("[data-count]").textContent = new Intl.NumberFormat(document.documentElement.lang).format(cells.length);
    banner.querySelector("[data-cells]").replaceChildren(...cells.map((cell) => link(cell, banner)));
  }

  function link(cell, banner) {
    const [mission, question] = cell.split("/").reverse();
    const anchor = document.createElement("a");
    anchor.href = cell;
    const name = mission === "ALL" ? banner.dataset.general : decodeURIComponent(mission);
    anchor.textContent = `${banner.dataset.question} ${question} – ${name}`;
    const item = document.createElement("li");
    item.append(anchor);
    return item;
  }

  // Signing out leaves nothing behind; what nobody else has is asked about first.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (LEAVING.includes(form.getAttribute("action"))) {
      if (entries().length && !confirm(leaving())) event.preventDefault();
      else for (const entry of entries()) localStorage.removeItem(entry.name);
    }
    if ("keeps" in form.dataset) { // after a conflict: what was chosen is safe until it is saved
      const { cell } = form.closest("[data-cell]").dataset;
      forget(cell);
      keep(cell, form.elements.version.value, read(form));
    }
  }, true);
  document.addEventListener("click", ({ target }) => {
    const choice = target.closest?.("[data-let-go]");
    if (choice) forget(choice.closest("[data-cell]").dataset.cell);
  });
  document.addEventListener("change", ({ target }) => {
    if (target.id !== "keep-here") return;
    if (target.checked) localStorage.removeItem(off);
    else {
      localStorage.setItem(off, "");
      for (const entry of entries()) localStorage.removeItem(entry.name);
    }
    show();
  });

  // What can no longer be sent can still be copied.
  function showUnsent() {
    const shown = document.querySelector("[data-unsent]");
    const [entry] = shown ? of(shown.dataset.unsent) : [];
    if (!entry) return;
    shown.querySelector("textarea").value = entry.fields.text;
    shown.hidden = false;
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const form of document.querySelectorAll("form[data-cell]:not([data-desk])"))
      for (const entry of of(form.dataset.cell)) if (same(entry.fields, read(form))) forget(entry.cell, entry.version);
    const choice = document.getElementById("keep-here");
    if (choice) {
      choice.checked = isOn();
      choice.closest("[hidden]").hidden = false;
    }
    showUnsent();
    show();
  });
  addEventListener("storage", show);

  globalThis.device = { of, read, keep, forget, same };
})();
