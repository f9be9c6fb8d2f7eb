// What the page asks of the demo, and what is said of it. Never what is shown of the phones.

import { find, write } from "./dom.js";

let hiding;

/** Ask for one thing. False where it cannot be had; the reason is shown. */
export async function ask(what, given = {}) {
  return send("do", JSON.stringify({ do: what, ...given }), "application/json");
}

export async function load(file) {
  return send(`load?name=${encodeURIComponent(file.name)}`, await file.text(), "text/plain");
}

/** Whatever was done so far ends with the scene; it can be downloaded before. */
export function mayEnd() {
  return document.body.dataset.lines === "0" || confirm("This run ends now, and another begins. It can be downloaded first. Go on?");
}

async function send(path, body, type) {
  write(find("refused"), "");
  document.body.ariaBusy = "true";
  try {
    const answer = await fetch(path, { method: "POST", body, headers: { "content-type": type } });
    if (answer.ok) return true;
    refuse((await answer.json()).error);
  } catch {
    refuse("The demo does not answer.");
  } finally {
    document.body.ariaBusy = "false";
  }
  return false;
}

/** Shown for as long as it takes to read, and said at once. */
export function say(text) {
  write(find("said"), text);
  clearTimeout(hiding);
  hiding = setTimeout(() => write(find("said"), ""), 5000);
}

function refuse(why) {
  write(find("refused"), why);
  setTimeout(() => find("refused").textContent === why && write(find("refused"), ""), 12000);
}
