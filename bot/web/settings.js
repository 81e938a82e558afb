// The two things that a person may set: the day to answer for, and the one notice to answer from.

import { button, byId, icon, make } from "./dom.js";

const scope = byId("scope");
const day = byId("as-of");
const panel = byId("settings");
const opener = byId("open-settings");

export const activeScope = () => scope.value;

/** The keys of a request that the settings add. */
export function requestSettings() {
  return {
    ...(scope.value ? { notice_id: scope.value } : {}),
    ...(day.value ? { as_of: day.value } : {}),
  };
}

/** Answer from this notice only; an empty identifier means all. */
export function choose(id) {
  scope.value = id;
  showActive();
}

/** Offer these notices to choose from. */
export function startSettings(notices) {
  const options = notices.map((notice) => make("option", { value: notice.notice_id }, notice.title));
  scope.append(...options);
  showActive(); // a browser may have kept the day over a reload
}

function toggle(open) {
  panel.hidden = !open;
  opener.setAttribute("aria-expanded", String(open));
  if (open) scope.focus();
}

function showActive() {
  const chips = [];
  if (scope.value) chips.push(chip(`只问：${scope.selectedOptions[0].textContent}`, () => (scope.value = "")));
  if (day.value) chips.push(chip(`按 ${day.value} 作答`, () => (day.value = "")));
  byId("active-settings").replaceChildren(...chips);
}

function chip(text, clear) {
  const remove = () => {
    clear();
    showActive();
    byId("question").focus();
  };
  return button({ class: "active", "aria-label": `取消：${text}`, onclick: remove }, make("span", {}, text), icon("close"));
}

opener.addEventListener("click", () => toggle(panel.hidden));
panel.addEventListener("submit", (event) => event.preventDefault());
panel.addEventListener("change", showActive);
document.addEventListener("click", (event) => {
  if (!panel.hidden && !event.target.closest(".holder")) toggle(false);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || panel.hidden) return;
  event.preventDefault(); // the reader then stays open
  toggle(false);
  opener.focus();
}, true);
