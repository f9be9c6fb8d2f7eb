// What people on their phones do not see: the SMS inbox, the business's events, what each turn did.

import { ask } from "./asking.js";
import { el, find, keepAtEnd, show } from "./dom.js";

/** `customer` is the phone on which a code is typed. */
export function showSms(inbox, customer) {
  feed("sms", inbox, "No SMS yet. The code comes here.", (sms) => {
    const code = sms.text.match(/\d{4,8}/)?.[0];
    return el("div.entry", {},
      el("p", {}, el("b", {}, sms.from), ` to ${spaced(sms.to)} `, el("small", {}, sms.at)),
      el("p", {}, sms.text),
      code && el("button.small", { type: "button", onclick: () => ask("say", { who: customer.who, text: code }) }, `Type ${code} in the chat`));
  });
}

export function showEvents(events) {
  feed("events", events, "Nothing yet. Each event is posted here, signed.", (event) => el("div.entry", {},
    el("p", {}, el("b", {}, event.type)),
    el("p.fields", {}, Object.entries(event.data).map(([name, value]) => `${name}: ${[value].flat().join(", ")}`).join(" · "))));
}

export function showTurns(turns) {
  feed("turns", turns, "Nothing yet.", (turn) => turn.kind === "call" ? call(turn) : done(turn));
}

function call(turn) {
  return el("div.entry.call", {}, el("p", {}, el("small", {}, turn.at), " asked Mono: ", el("code", {}, turn.asked)));
}

function done(turn) {
  const [before, after] = turn.steps;
  return el("div.entry", {},
    el("p", {}, el("small", {}, turn.at), " ", el("b", {}, turn.who || "Somebody"), " ", el("code", {}, turn.happened)),
    before && el("p", {}, "step ", el("code", {}, before), before === after ? " stays" : [" → ", el("code", {}, after)]),
    turn.wants.length > 0 && el("p.fields", {}, `wants ${turn.wants.join(", ")}`),
    turn.sealed.length > 0 && el("p.fields", {}, `sealed: ${turn.sealed.join(", ")}`),
    turn.verdict && el("p.fields", {}, turn.verdict));
}

function feed(id, items, empty, render) {
  const box = find(id);
  keepAtEnd(box, () => items.length
    ? show(box, items, (_, place) => place, render)
    : box.replaceChildren(el("p.hint", {}, empty)));
}

const spaced = (number) => number.replace(/^(\d{4})(\d{3})(\d{4})$/, "$1 $2 $3");
