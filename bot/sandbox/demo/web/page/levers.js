// The levers: clock, server, network, deliveries, Mono's next outcome; and how a scene begins.

import { ask, mayEnd, say } from "./asking.js";
import { el, find, write } from "./dom.js";

const SAID = {
  restart: "The server was restarted.",
  kill: "It will be killed while Mono is answering.",
};
let last = {};

/** `customer` is the phone whose session the clock is wound for. */
export function connectLevers(customer) {
  for (const button of document.querySelectorAll("[data-wind]")) {
    button.addEventListener("click", async () => {
      if (await ask("wind", { to: button.dataset.wind, who: customer.who })) say("Time has passed.");
    });
  }
  for (const button of document.querySelectorAll("#levers [data-do]")) {
    button.addEventListener("click", async () => {
      if (await ask(button.dataset.do)) say(SAID[button.dataset.do]);
    });
  }
  for (const button of document.querySelectorAll("[data-deliver]")) {
    button.addEventListener("click", () => ask("deliver", { how: button.dataset.deliver }));
  }
  find("network").addEventListener("click", () => ask("network", { down: !last.down }));
  find("outcome").addEventListener("change", (event) => event.target.value && ask("outcome", { name: event.target.value }));
  find("begin").addEventListener("submit", begin);
}

async function begin(event) {
  event.preventDefault();
  if (!mayEnd()) return;
  const { customers, agents, buttons } = event.target.elements;
  await ask("begin", { customers: customers.value, agents: agents.value, buttons: buttons.checked });
}

export function offerOutcomes(outcomes) {
  const groups = Map.groupBy
    ? Map.groupBy(outcomes, (each) => each.group)
    : outcomes.reduce((known, each) => known.set(each.group, [...(known.get(each.group) ?? []), each]), new Map());
  for (const [group, members] of groups) {
    find("outcome").append(el("optgroup", { label: group }, ...members.map((each) =>
      el("option", { value: each.name }, `${each.about} (${each.number})`))));
  }
}

export function showScene(scene) {
  const first = last.begun !== scene.begun;
  last = scene;
  if (first) {
    const { customers, agents, buttons } = find("begin").elements;
    customers.value = scene.customers;
    agents.value = scene.agents;
    buttons.checked = scene.buttons;
  }
  press(find("kill"), scene.dying);
  press(find("network"), scene.down);
  write(find("network"), scene.down ? "Mend it: nothing gets through" : "Cut it");
  for (const button of document.querySelectorAll("[data-deliver]")) press(button, scene.delivery === button.dataset.deliver);
  if (document.activeElement !== find("outcome") || scene.outcome) find("outcome").value = scene.outcome;
}

const press = (button, pressed) => button.setAttribute("aria-pressed", String(pressed));
