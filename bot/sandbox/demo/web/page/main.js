// The page put together: what the demo tells is handed to whoever shows it. The server's state is the only one.

import { showEvents, showSms, showTurns } from "./behind.js";
import { el, find, write } from "./dom.js";
import { connectLevers, offerOutcomes, showScene } from "./levers.js";
import { Phone } from "./phone.js";
import { connectScripts, offerJourneys, showPlayback, showScript } from "./scripts.js";

const customer = new Phone(find("customer-phone"), "me", () => customer.who);
const agent = new Phone(find("agent-phone"), "agent", () => customer.who);
const PARTS = {
  sms: (inbox) => showSms(inbox, customer),
  events: showEvents,
  turns: showTurns,
  clock: (clock) => { write(find("clock-at"), clock.at); write(find("clock-day"), clock.day); },
  scene: showScene,
  script: showScript,
  playback: (playback) => showPlayback(playback, follow),
};

function listen() {
  const source = new EventSource("events");
  for (const [name, hear] of Object.entries(PARTS)) {
    source.addEventListener(name, (event) => hear(JSON.parse(event.data)));
  }
  for (const [phone, people] of [[customer, ["me", "stranger"]], [agent, ["agent", "colleague"]]]) {
    for (const who of people) {
      source.addEventListener(`phone-${who}`, (event) => { phone.hear(who, JSON.parse(event.data)); drawPeople(); });
    }
  }
  source.addEventListener("open", () => { find("lost").hidden = true; });
  source.addEventListener("error", () => { find("lost").hidden = false; });
}

let people = [];

function follow(who) {
  const phone = people.find((each) => each.who === who)?.agent ? agent : customer;
  if (who && phone.who !== who) phone.turnTo(who);
  drawPeople();
}

function drawPeople() {
  for (const [phone, place] of [[customer, "customer-people"], [agent, "agent-people"]]) {
    const own = people.filter((each) => each.agent === (phone === agent));
    const made = JSON.stringify([phone.who, own.map((each) => phone.states[each.who]?.messages.length)]);
    if (find(place).made === made) continue;
    const focused = find(place).contains(document.activeElement);
    find(place).made = made;
    find(place).replaceChildren(...own.map((each) => el("button", {
      type: "button",
      "aria-pressed": String(each.who === phone.who),
      onclick: () => { phone.turnTo(each.who); drawPeople(); },
    }, each.name)));
    if (focused) find(place).querySelector("[aria-pressed=true]").focus();
  }
}

function connectViews() {
  for (const button of document.querySelectorAll("[data-to]")) {
    button.addEventListener("click", () => turnTo(button.dataset.to));
  }
  turnTo(sessionStorage.getItem("view") ?? "customer");
}

/** Where the screen has room for one thing only. */
function turnTo(view) {
  document.body.dataset.view = view;
  sessionStorage.setItem("view", view);
  for (const button of document.querySelectorAll("[data-to]")) {
    button.setAttribute("aria-pressed", String(button.dataset.to === view));
  }
}

connectViews();
connectLevers(customer);
connectScripts();
listen();
const catalogue = await (await fetch("catalogue")).json();
people = catalogue.people;
customer.know(people);
agent.know(people);
drawPeople();
offerOutcomes(catalogue.outcomes);
offerJourneys(catalogue.journeys);
