// One message as its channel shows it: bubble, picture, buttons. Never where it stands.

import { ask, say } from "./asking.js";
import { el, icon } from "./dom.js";

const PIECES = /(https?:\/\/\S+|\b(?:t|wa)\.me\/\S+|\/[a-z_]+\b)/;
const KINDS = {
  photo: "Photo", sticker: "Sticker", voice: "Voice message", audio: "Voice message", document: "Document",
  application: "Document", location: "Location", contact: "Contact card", text: "Contact card", video: "Video",
};

/** `phone` knows who holds it and how to open a link. */
export function message(phone, shown) {
  const whose = shown.mine ? phone.name : "Kudi Loans";
  return el(`div.msg${shown.mine ? ".mine" : ""}`, {},
    el("div.bubble", {},
      el("span.unseen", {}, `${whose}: `),
      picture(phone, shown),
      attachment(phone, shown),
      shown.text && el("p", {}, ...words(phone, shown)),
      el("span.at", {}, shown.edited ? "edited " : "", shown.at, shown.tick && icon("ticks")),
    ),
    rows(phone, shown),
  );
}

function picture(phone, shown) {
  if (!shown.picture) return null;
  const source = file(phone, shown.picture);
  const leads = /\/l\/|start=|START/.test(shown.text);
  if (!leads) return el("a.picture", { href: source, target: "_blank", rel: "noreferrer" }, el("img", { src: source, alt: "Picture, larger in a new tab" }));
  return el("button.picture", { type: "button", onclick: () => open(phone) },
    el("img.qr", { src: source, alt: "QR code of the link" }), el("span", {}, "Scan it with the customer’s phone"));
}

function attachment(phone, shown) {
  const kind = shown.kind === "text" && shown.text ? null : KINDS[shown.kind];
  if (!kind || shown.picture) return null;
  const name = shown.file || kind;
  if (!shown.source) return el("span.file", {}, icon("file"), ` ${name}`);
  return el("a.file", { href: file(phone, shown.source), download: name }, icon("file"), ` ${name}`);
}

function words(phone, shown) {
  return shown.text.split(PIECES).filter(Boolean).map((piece) => {
    if (/^(https?:|t\.me|wa\.me)/.test(piece)) {
      return el("button.inline", { type: "button", onclick: () => open(phone) }, piece);
    }
    if (shown.marks.includes(piece)) {
      return el("button.inline", { type: "button", onclick: () => ask("say", { who: phone.who, text: piece }) }, piece);
    }
    return piece;
  });
}

const file = (phone, name) => `pictures/${phone.who}/${encodeURIComponent(name)}`;

async function open(phone) {
  if (await ask("open", { who: phone.opener() })) say("The customer has opened the link.");
}

function rows(phone, shown) {
  if (!shown.rows.length) return null;
  const lines = shown.rows.map((row) => el("div.row", {}, ...row.map((each) => button(phone, shown, each))));
  if (!shown.opener) return el("div.rows", {}, ...lines);
  return el("details.rows", {}, el("summary", {}, shown.opener), ...lines);
}

function button(phone, shown, each) {
  const act = each.url
    ? () => open(phone)
    : () => ask("tap", { who: phone.who, label: each.text, message: shown.id });
  return el("button.choice", { type: "button", onclick: act }, each.text, each.what && el("small", {}, each.what));
}
