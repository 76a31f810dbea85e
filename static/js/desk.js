// The delegation's desk. Saving as one types is htmx's; this keeps it in step with a slow line,
// and the words on this device (device.js) until the server says that it has them.
"use strict";

(() => {
  const form = () => document.querySelector("form[data-desk]");
  const isOurs = (element) => form() !== null && element?.closest?.("form[data-desk]") === form();
  let ready = false; // what is kept on this device is back: until then nothing is kept or sent
  let waiting = null; // a button that was pressed while a save was under way
  let sent = null; // what the save under way carries
  let status = 0; // how it was answered
  let announced = false; // the first success; later ones are only shown

  // One line says where the words stand. It is read aloud at failure and at the first success.
  function say(state, aloud = false) {
    const line = document.getElementById("saved-line");
    if (!line) return;
    line.ariaLive = aloud ? "polite" : "off";
    document.getElementById("saved").textContent = line.dataset[state];
    document.getElementById("retry").hidden = !(aloud && state !== "saving");
  }

  const version = () => form().elements.version.value;
  const keep = () => device.keep(form().dataset.cell, version(), device.read(form()));
  const again = () => form()?.dispatchEvent(new Event("change", { bubbles: true }));

  document.addEventListener("input", ({ target }) => {
    if (!ready || target.form !== form() || !target.name) return;
    keep();
    if (!("saving" in form().dataset)) say("unsaved");
  });

  // A save that had to wait for the one before carries what stands there now, and begins from the
  // version that one made.
  document.addEventListener("htmx:before:request", (event) => {
    const { target, detail } = event;
    if (!isOurs(target)) return;
    if (!ready) return event.preventDefault();
    const { request } = detail.ctx;
    if (target === form()) request.body = new URLSearchParams(new FormData(target));
    request.body.set("version", version());
    sent = { version: version(), fields: device.read(request.body) };
    form().dataset.saving = "";
    status = 0;
    say("saving");
  });

  document.addEventListener("htmx:after:request", ({ target, detail }) => {
    if (!isOurs(target)) return;
    status = detail.ctx.response.status;
    const line = document.getElementById("saved-line");
    line.ariaLive = status >= 400 || !announced ? "polite" : "off";
    document.getElementById("retry").hidden = true;
    if (status < 400) announced = true;
    if (status === 401) say("out", true);
    if (status >= 500) failed();
  });

  // What the server has is forgotten here, unless more was typed meanwhile.
  document.addEventListener("htmx:finally:request", ({ target }) => {
    delete target.closest?.("form[data-desk]")?.dataset.saving; // one that a conflict replaced is gone
    if (isOurs(target) && sent && status >= 200 && status < 400) acknowledge();
    const submitter = waiting;
    waiting = null;
    if (submitter?.isConnected) setTimeout(() => submitter.form.requestSubmit(submitter));
  });

  function acknowledge() {
    const { cell } = form().dataset;
    const goesOn = !device.same(sent.fields, device.read(form()));
    if (goesOn) keep();
    if (!goesOn || sent.version !== version()) device.forget(cell, sent.version);
    if (goesOn) say("unsaved");
  }

  // Signing waits for the save under way: otherwise it would find its own words changed.
  document.addEventListener("submit", (event) => {
    if (!ready || event.target !== form()) return;
    keep();
    if (!("saving" in event.target.dataset)) return;
    event.preventDefault();
    waiting = event.submitter;
  }, true);

  // A line that broke is tried again until the words are kept.
  function failed() {
    say(keep() ? "kept" : "lost", true);
    setTimeout(again, 5000);
  }
  document.addEventListener("htmx:error", ({ target }) => {
    if (isOurs(target)) failed();
  });
  addEventListener("online", again);
  document.addEventListener("click", ({ target }) => {
    if (target.id === "retry") again();
  });

  // The text turns with its language.
  document.addEventListener("change", ({ target }) => {
    if (target.id === "language" && target.form === form()) turn(target.form);
  });
  function turn({ elements }) {
    elements.text.lang = elements.language.value;
    elements.text.dir = elements.language.value === "ar" ? "rtl" : "ltr";
  }

  // What never reached the server comes back, with the version it began from: if somebody went on
  // meanwhile, both are shown, and nothing is overwritten. Without such words, what was typed before
  // the scripts were there is saved; it never takes the place of what is kept here.
  function restore() {
    ready = true;
    const mine = form();
    if (!mine || !("fresh" in mine.dataset)) return;
    const served = asServed(mine);
    for (const entry of device.of(mine.dataset.cell))
      if (device.same(entry.fields, served)) device.forget(entry.cell, entry.version);
    const [entry] = device.of(mine.dataset.cell);
    if (!entry) {
      if (device.same(device.read(mine), served)) return;
      keep();
      return again();
    }
    for (const [name, value] of Object.entries(entry.fields)) set(mine.elements[name], value);
    mine.elements.version.value = entry.version;
    turn(mine);
    say("kept", true);
    setTimeout(again, 1500); // time to read that the words are back
  }

  function asServed(form) {
    const copy = form.cloneNode(true);
    copy.reset();
    return device.read(copy);
  }

  function set(field, value) {
    if (!field) return;
    if (field.type === "checkbox") field.checked = value !== "";
    else field.value = value;
  }

  document.addEventListener("DOMContentLoaded", () => setTimeout(restore)); // htmx first
})();
