// How an answer came about: the tree of its proof or what was weighed, loaded when it is opened.

import * as api from "./api.js";
import { button, icon, make, unseen } from "./dom.js";
import { noticeHash } from "./reader.js";
import { likelihoodOf, weighed } from "./weighing.js";

const RULES = { all: "须全部满足", any: "满足其中之一即可", none: "有其一即不行" };
const STATES = { met: "满足", unmet: "不满足", unknown: "待确认" };
const BARRIERS = { met: "不涉及", unmet: "有此情形", unknown: "待确认" };

/** A disclosure below an answer; what it shows is asked for the first time that it is opened. Small talk has none. */
export function reasoning({ answer_id, outcome, citations, missing }) {
  if (outcome === "clarify" && !citations.length && !missing.length) return null;
  const body = make("div", { class: "how-body" });
  const details = make("details", { class: "how" }, make("summary", {}, icon("arrow"), "怎么得出的"), body);
  let asked = false;
  details.addEventListener("toggle", () => {
    if (!details.open || asked) return;
    asked = true;
    fill(body, answer_id);
  });
  return details;
}

async function fill(body, answerId) {
  body.setAttribute("aria-busy", "true");
  body.replaceChildren(make("p", { class: "hint", role: "status" }, "正在载入…"));
  const shown = await api.explanation(answerId).then(whole, (problem) => [failure(problem, body, answerId)]);
  body.removeAttribute("aria-busy");
  body.replaceChildren(...shown.filter(Boolean));
}

function failure(problem, body, answerId) {
  return make(
    "div",
    { class: "how-failure", role: "alert" },
    make("p", {}, `${problem.title ?? "未能载入"}。${problem.detail ?? "请刷新页面后重试。"}`),
    button({ class: "chip", onclick: () => fill(body, answerId) }, icon("retry"), "重试"),
  );
}

function whole({ proof, stages, as_of, outcome, passages, likelihood }) {
  const day = make("p", { class: "hint" }, `按 ${as_of} 作答`);
  if (!proof) return [day, searched(stages), ...weighed(passages, outcome), likelihoodOf(likelihood)];
  const presumed = presumedIn(proof);
  const parts = proof.parts.map((part) => step(part, presumed, false));
  return [day, make("ul", { class: "steps" }, parts), presumedList(presumed)];
}

function searched(stages) {
  const items = stages.map(({ name, found }) =>
    make("li", {}, make("strong", {}, name), make("span", {}, found)),
  );
  return make("ol", { class: "stages" }, items);
}

// ── the tree ────────────────────────────────────────────────────────────

/** The exclusions taken not to apply, since nobody spoke of them. */
function presumedIn({ rule, parts }) {
  if (rule === "none") return parts.filter((part) => part.presumed && part.state === "met");
  return parts.flatMap(presumedIn);
}

/** One step; inside an exclusion what has no clause of its own bears no mark, as it stands the other way. */
function step(item, presumed, excludes) {
  const shown = item.parts.filter((part) => !presumed.includes(part));
  if (item.parts.length && !shown.length) return null;
  const only = item.parts.length === 1 && isBare(item.parts[0]) ? item.parts[0] : null;
  const inner = excludes || item.rule === "none";
  const below = only ? [] : shown.map((part) => step(part, presumed, inner));
  return make(
    "li",
    { class: `step is-${item.state}` },
    excludes && !item.citation ? make("span", { class: "mark plain" }, "·") : mark(item.state, inner),
    make("div", { class: "step-words" }, words(item), ruleOf(item), reason(only ?? item)),
    below.length ? make("ul", { class: "steps" }, below) : null,
  );
}

const isBare = ({ rule, text }) => rule === "condition" && !text;

function mark(state, excludes) {
  const said = (excludes ? BARRIERS : STATES)[state];
  return make("span", { class: "mark", title: said }, icon(state), unseen(`${said}：`));
}

function words({ text, citation }) {
  if (!citation) return text ? make("span", {}, text) : null;
  return make(
    "span",
    {},
    text,
    " ",
    make(
      "a",
      { class: "source", href: noticeHash(citation), "aria-label": `查看原文 ${citation.locator}` },
      citation.locator,
    ),
  );
}

function ruleOf({ rule, count, parts }) {
  if (parts.length < 2 && rule !== "none") return null;
  const said = rule === "at_least" ? `至少满足${count}项` : RULES[rule];
  return said ? make("span", { class: "rule" }, said) : null;
}

function reason({ why, said, parts }) {
  if (parts.length) return null;
  const quoted = said && !why.includes(said) ? `您说“${said}”` : "";
  const told = [why, quoted].filter(Boolean).join("，");
  return told ? make("span", { class: "explanation" }, told) : null;
}

function presumedList(presumed) {
  if (!presumed.length) return null;
  return make(
    "div",
    { class: "presumed" },
    make("h4", {}, "假定不适用"),
    make("p", { class: "hint" }, "您没有提到下列情形，按没有处理；如有其一，请告诉我。"),
    make("ul", {}, presumed.map((item) => make("li", {}, words(item)))),
  );
}
