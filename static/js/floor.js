// The speaker's time, ticking each second. Without it the page says when the limit is reached.
"use strict";

(() => {
  const ALMOST = 60000;
  const page = document.querySelector("[data-server-now]");
  if (!page) return;
  const ahead = Date.now() - Date.parse(page.dataset.serverNow); // of the server's clock
  let before = null; // what was left a second ago, and of whose turn
  let turn = "";

  function tick() {
    const shown = document.querySelector("[data-until]");
    if (!shown) return;
    const left = Date.parse(shown.dataset.until) - (Date.now() - ahead);
    const words = left > 0 ? shown.dataset.left : shown.dataset.over;
    // Up to the whole second while it runs down, down to it once it is over.
    const seconds = left > 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    shown.textContent = words.replace("{time}", time);
    const frame = shown.closest(".turn");
    frame.classList.toggle("turn--over", left <= 0);
    frame.classList.toggle("turn--almost", left > 0 && left <= ALMOST);
    frame.classList.toggle("turn--within", left > ALMOST);
    if (turn === shown.dataset.until) say(frame, left);
    turn = shown.dataset.until;
    before = left;
  }

  // Read out twice in a turn, not each second.
  function say(frame, left) {
    const aloud = frame.querySelector("[data-aloud]");
    if (before > ALMOST && left <= ALMOST) aloud.textContent = aloud.dataset.almost;
    if (before > 0 && left <= 0) aloud.textContent = aloud.dataset.over;
  }

  document.addEventListener("htmx:after:swap", tick);
  tick();
  setInterval(tick, 1000);
})();
