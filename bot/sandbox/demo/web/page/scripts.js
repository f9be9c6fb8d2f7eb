// Conversations as scripts: the run so far, the one that is watched, the project's own.

import { ask, load, mayEnd, say } from "./asking.js";
import { el, find, show, write } from "./dom.js";

const STATES = { paused: "Waits for you", playing: "Plays", done: "It went as written.", failed: "It went another way.", stopped: "You took over." };
let journeys = [];

export function connectScripts() {
  for (const button of document.querySelectorAll("#scripts [data-do]")) {
    button.addEventListener("click", () => ask(button.dataset.do));
  }
  for (const button of document.querySelectorAll("[data-play]")) {
    button.addEventListener("click", () => ask("play", { speed: button.dataset.play }));
  }
  find("load").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file && mayEnd() && await load(file)) say(`${file.name} is ready to be watched.`);
    event.target.value = "";
  });
  find("journeys-find").addEventListener("input", drawJourneys);
}

export function offerJourneys(all) {
  journeys = all;
  drawJourneys();
}

function drawJourneys() {
  const wanted = find("journeys-find").value.toLowerCase();
  const found = journeys.filter((each) => `${each.name} ${each.title}`.toLowerCase().includes(wanted));
  show(find("journeys-list"), found, (each) => each.name, (each) => el("li", {},
    el("button.journey", { type: "button", "aria-label": `Watch: ${each.title}`, onclick: () => watch(each) }, each.title)));
}

async function watch(journey) {
  if (!mayEnd() || !await ask("watch", { name: journey.name })) return;
  await ask("play", { speed: "usual" });
  find("scripts").scrollIntoView({ block: "nearest" });
}

export function showScript(script) {
  document.body.dataset.lines = script.lines;
  write(find("script-text"), script.text);
  write(find("script-count"), String(script.lines));
}

/** `follow` shows whoever acts next. */
export function showPlayback(playback, follow) {
  find("playback").hidden = !playback.state;
  if (!playback.state) return;
  write(find("playback-title"), playback.title);
  write(find("playback-state"), [STATES[playback.state], playback.why].filter(Boolean).join(" "));
  find("playback-place").max = playback.lines.length;
  find("playback-place").value = playback.place;
  for (const button of document.querySelectorAll("#playback button")) {
    button.disabled = !["paused", "playing"].includes(playback.state);
  }
  const lines = playback.lines.map((line, place) => ({ ...line, played: place < playback.place, next: place === playback.place }));
  show(find("playback-lines"), lines, (_, place) => place, (line) =>
    el(`p${line.played ? ".played" : ""}${line.next ? ".next" : ""}`, { "aria-current": line.next && "step" }, line.text));
  if (playback.state === "playing") follow(playback.lines[Math.min(playback.place, playback.lines.length - 1)]?.who);
  const next = find("playback-lines").querySelector(".next");
  if (next) find("playback-lines").scrollTop = next.offsetTop - 60;
}
