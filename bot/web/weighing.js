// What was weighed for an answer without a verdict: its passage, the next best, how likely it is right.

import { make, unseen } from "./dom.js";
import { noticeHash } from "./reader.js";

const MOST_REASONS = 5;

/** The passage that the answer stands on with what its score came from, and the next best. */
export function weighed(passages, outcome) {
  if (!passages.length) return [];
  const [first, ...others] = passages;
  const stands = outcome === "answered" && first.cited;
  return [
    make(
      "section",
      { class: "weighed" },
      make("h4", {}, stands ? "依据" : "最接近的条款"),
      place(first),
      make("p", { class: "weighed-text" }, first.text),
      sums(first.reasons, [["合计", first.score]], "这一条的得分：数值乘以权重，再相加"),
    ),
    others.length ? nextBest(others) : null,
  ];
}

function nextBest(others) {
  const items = others.map((passage) =>
    make(
      "li",
      {},
      place(passage),
      make("span", { class: "amount" }, unseen("合计 "), signed(passage.score)),
      make("p", { class: "weighed-text" }, passage.text),
      passage.cited ? make("span", { class: "hint" }, "也引用了") : null,
    ),
  );
  return make(
    "section",
    { class: "weighed" },
    make("h4", {}, "其他相近的条款"),
    make("ol", { class: "next-best" }, items),
  );
}

/** How likely an answer is right, and the main reasons for and against. */
export function likelihoodOf(likelihood) {
  if (!likelihood) return null;
  const { probability, threshold, bias, reasons } = likelihood;
  const rest = reasons.slice(MOST_REASONS);
  const total = (items) => items.reduce((sum, { amount }) => sum + amount, bias);
  return make(
    "section",
    { class: "weighed" },
    make("h4", {}, `答得上的可能 ${percent(probability)}`),
    make("p", { class: "hint" }, `达到 ${percent(threshold)} 才作答。主要因为：`),
    sums(
      reasons.slice(0, MOST_REASONS),
      [
        [`其余 ${rest.length} 项和底分`, total(rest)],
        ["合计（0 即 50%）", total(reasons)],
      ],
      "答得上的主要理由",
    ),
  );
}

// ── numbers ─────────────────────────────────────────────────────────────

/** Reasons as a table, a row for each that adds something at two decimals, and the sums below them. */
function sums(reasons, totals, caption) {
  const told = reasons.filter(({ amount }) => Math.abs(amount) >= 0.005);
  const rows = told.map(({ says, value, weight, amount }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, says),
      make("td", {}, `${number(value)} × ${number(weight)}`),
      make("td", { class: "amount" }, unseen("= "), signed(amount)),
    ),
  );
  const below = totals.map(([name, amount]) =>
    make(
      "tr",
      {},
      make("th", { scope: "row", colspan: 2 }, name),
      make("td", { class: "amount" }, signed(amount)),
    ),
  );
  return make(
    "table",
    { class: "reasons" },
    make("caption", { class: "out-of-sight" }, caption),
    make("tbody", {}, rows),
    make("tfoot", {}, below),
  );
}

const place = ({ citation }) =>
  make(
    "a",
    { class: "source", href: noticeHash(citation), "aria-label": `查看原文 ${citation.locator}` },
    `《${citation.notice_title}》`,
    make("span", { class: "source-place" }, citation.locator),
  );

const minus = (text) => text.replace("-", "−");
const number = (value) => minus(String(Number(value.toFixed(2))));
const signed = (value) => minus(`${value < 0 ? "" : "+"}${value.toFixed(2)}`);
const percent = (share) => `${Math.round(share * 100)}%`;
