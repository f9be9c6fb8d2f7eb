// A phone: its head line, its chat, what can be typed and sent there. Never what is decided: the server tells all of it.

import { ask } from "./asking.js";
import { el, icon, keepAtEnd, show, write } from "./dom.js";
import { message } from "./message.js";

const SENT = [["photo", "A photo"], ["album", "Three photos at once"], ["sticker", "A sticker"],
  ["voice", "A voice message"], ["document", "A document"], ["location", "A location"]];

export class Phone {
  /** In `root`, of the person `who` first; `opener` tells who opens a link. */
  constructor(root, who, opener) {
    this.root = root;
    this.opener = opener;
    this.states = {};
    this.people = {};
    this.build();
    this.turnTo(who);
  }

  build() {
    this.status = el("small", {});
    this.chat = el("div.chat", { role: "log", tabindex: "0" });
    this.keys = el("div.keys");
    this.toast = el("p.toast", { role: "status" });
    this.menu = el("details.menu", {}, el("summary", { "aria-label": "Commands" }, icon("menu"), "Menu"), el("div.sheet"));
    this.extras = el("details.extras", {}, el("summary", { "aria-label": "Send something else" }, icon("add")), el("div.sheet"));
    this.input = el("input", { autocomplete: "off", enterkeyhint: "send", maxlength: "4000" });
    this.form = el("form.composer", {}, this.menu, this.extras, this.input,
      el("button.send", { "aria-label": "Send" }, icon("send")));
    this.form.addEventListener("submit", (event) => this.send(event));
    this.input.addEventListener("input", () => this.keepDraft());
    this.root.append(
      el("div.head", {}, el("span.avatar", { "aria-hidden": "true" }, "K"), el("div", {}, el("strong", {}, "Kudi Loans"), this.status)),
      this.chat, this.toast, this.keys, this.form);
  }

  /** Show the phone of one of the people. */
  turnTo(who) {
    this.who = who;
    this.input.value = this.draft();
    this.chat.replaceChildren();
    this.chat.atEnd = true;
    const name = this.people[who]?.name ?? "";
    this.name = name;
    this.chat.setAttribute("aria-label", `Chat of ${name}`);
    this.input.setAttribute("aria-label", `${name} types`);
    this.input.placeholder = `Type as ${name}`;
    this.fill(this.extras, this.offers());
    if (this.states[who]) this.draw(this.states[who]);
  }

  know(people) {
    this.people = Object.fromEntries(people.map((each) => [each.who, each]));
    this.turnTo(this.who);
  }

  hear(who, state) {
    this.states[who] = state;
    if (who === this.who) this.draw(state);
  }

  draw(state) {
    this.root.dataset.channel = state.channel;
    const first = this.people[this.who]?.agent ? "/link" : "hello";
    this.input.placeholder = state.messages.length ? `Type as ${this.name}` : `Type ${first} to begin`;
    write(this.status, state.typing ? "typing…" : state.channel === "telegram" ? "bot" : "business account");
    keepAtEnd(this.chat, () => show(this.chat, state.messages, (each) => each.id, (each) => message(this, each)));
    write(this.toast, state.toast);
    show(this.keys, state.keyboard, (row) => row.join("\n"), (row) => el("div.row", {}, ...row.map((key) =>
      el("button.key", { type: "button", onclick: () => this.ask("tap", { label: key }) }, key))));
    this.menu.hidden = !state.menu.length;
    const made = JSON.stringify(state.menu);
    if (this.menu.made !== made) this.fill(this.menu, state.menu.map((each) => [
      el("span", {}, el("b", {}, each.command), ` ${each.what}`), () => this.ask("say", { text: each.command })]));
    this.menu.made = made;
  }

  offers() {
    const agent = this.people[this.who]?.agent;
    return [
      !agent && ["Scan the agent’s QR code", () => this.ask("open")],
      ["The own contact card", () => this.ask("share", { own: true })],
      ["Somebody else’s contact card", () => this.ask("share", { own: false })],
      ...SENT.map(([what, said]) => [said, () => this.ask("send", { what })]),
      ["Change the last message to what is typed", () => this.edit()],
    ].filter(Boolean);
  }

  fill(details, offers) {
    details.lastElementChild.replaceChildren(...offers.map(([said, act]) => el("button", {
      type: "button",
      onclick: () => { details.open = false; details.firstElementChild.focus(); act(); },
    }, said)));
  }

  ask(what, given = {}) {
    return ask(what, { who: this.who, ...given });
  }

  async send(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    if (await this.ask("say", { text })) this.keepDraft();
    else this.input.value = text;
  }

  async edit() {
    if (await this.ask("edit", { text: this.input.value })) this.input.value = "";
  }

  /** What was typed and not sent outlives a reload. */
  keepDraft() {
    sessionStorage.setItem(`draft-${this.who}`, this.input.value);
  }

  draft() {
    return sessionStorage.getItem(`draft-${this.who}`) ?? "";
  }
}
