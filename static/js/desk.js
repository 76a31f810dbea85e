// The delegation's desk. Saving as one types is htmx's; this keeps it in step with a slow line.
"use strict";

(() => {
  const form = () => document.querySelector("form[data-desk]");
  let waiting = null;

  // A save that had to wait for the one before begins from the version that one made.
  document.addEventListener("htmx:before:request", ({ target, detail }) => {
    if (target !== form()) return;
    detail.ctx.request.body.set("version", target.elements.version.value);
    target.dataset.saving = "";
  });

  // Signing waits for the save under way: otherwise it would find its own words changed.
  document.addEventListener("submit", (event) => {
    if (event.target !== form() || !("saving" in event.target.dataset)) return;
    event.preventDefault();
    waiting = event.submitter;
  }, true);
  document.addEventListener("htmx:finally:request", ({ target }) => {
    delete target.dataset?.saving; // a form that a conflict replaced is gone
    const submitter = waiting;
    waiting = null;
    if (submitter?.isConnected) setTimeout(() => submitter.form.requestSubmit(submitter));
  });

  // A line that broke is tried again until the words are kept.
  document.addEventListener("htmx:error", () => {
    setTimeout(() => form()?.dispatchEvent(new Event("change", { bubbles: true })), 5000);
  });

  // The text turns with its language.
  document.addEventListener("change", ({ target }) => {
    if (target.id !== "language" || target.form !== form()) return;
    const text = target.form.elements.text;
    text.lang = target.value;
    text.dir = target.value === "ar" ? "rtl" : "ltr";
  });
})();
