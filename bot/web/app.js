// The conversation: what was asked, what was answered, and what is being waited for.

import { answerCard, suggestions } from "./answer.js";
import * as api from "./api.js";
import { button, byId, calm, icon, make } from "./dom.js";
import { startReader } from "./reader.js";
import { activeScope, choose, requestSettings, startSettings } from "./settings.js";

const LIMIT = 2000;
const KEPT_TURNS = 30;
const LONG = 240; // characters of a question that is folded, or lines of one
const LONG_LINES = 8;
const question = byId("question");
const log = byId("log");

let turns = []; // [{question, response}], kept while the tab is open
let waiting = null; // the AbortController of the request under way
let notices = null; // a promise, once asked for

const memory = {
  read: (key) => {
    try {
      return JSON.parse(sessionStorage.getItem(`wenze.${key}`));
    } catch {
      return null;
    }
  },
  write: (key, value) => {
    try {
      sessionStorage.setItem(`wenze.${key}`, JSON.stringify(value));
    } catch {
      // a full or forbidden storage costs only the memory of this tab
    }
  },
};

function listNotices() {
  notices ??= api.notices().catch((problem) => {
    notices = null;
    throw problem;
  });
  return notices;
}

const about = (id) => listNotices().then((found) => found.find(({ notice_id }) => notice_id === id));

// ── asking ──────────────────────────────────────────────────────────────

async function ask(text) {
  if (waiting) return;
  dropReplies();
  const asked = showQuestion(text);
  await answer(text, asked);
}

async function answer(text, asked) {
  const control = new AbortController();
  const dots = make("p", { class: "dots", role: "status" }, make("span"), make("span"), make("span"), "正在查找条款");
  setWaiting(control);
  log.append(dots);
  reveal(asked);
  try {
    const response = await request(text, control.signal);
    if (waiting === control) keep(text, response);
  } catch (problem) {
    if (waiting === control) log.append(failure(problem, text, asked));
  } finally {
    dots.remove();
    if (waiting === control) setWaiting(null);
  }
  reveal(asked);
  // the reply that was pressed can no longer hold the focus
  if (document.activeElement === document.body) log.querySelector(".answer:last-of-type")?.focus({ preventScroll: true });
}

async function request(text, signal) {
  const body = { question: text, ...requestSettings() };
  const session_id = memory.read("session");
  try {
    return await api.ask(session_id ? { ...body, session_id } : body, signal);
  } catch (problem) {
    if (!session_id || !(problem instanceof api.Problem) || !problem.is("unknown-session")) throw problem;
    return api.ask(body, signal);
  }
}

function keep(text, response) {
  memory.write("session", response.session_id);
  turns.push({ question: text, response });
  memory.write("turns", turns.slice(-KEPT_TURNS));
  showAnswer(response);
}

// ── showing ─────────────────────────────────────────────────────────────

function showQuestion(text) {
  byId("welcome").hidden = true;
  const long = text.length > LONG || text.split("\n").length > LONG_LINES;
  const words = make("p", {}, text);
  const bubble = make("div", { class: "question" }, words, long ? unfold(words) : null);
  log.append(bubble);
  return bubble;
}

/** Folds a long question to its beginning, so that the answer is in sight; the button unfolds it. */
function unfold(words) {
  const toggle = button({ class: "unfold", "aria-expanded": "false" }, "展开全文");
  words.classList.add("folded");
  toggle.addEventListener("click", () => {
    const folded = words.classList.toggle("folded");
    toggle.setAttribute("aria-expanded", String(!folded));
    toggle.textContent = folded ? "展开全文" : "收起";
  });
  return toggle;
}

function showAnswer(response) {
  const replies = suggestions(response, ask);
  log.append(answerCard(response, ask, about), ...(replies ? [replies] : []));
}

function dropReplies() {
  log.querySelectorAll(".replies").forEach((element) => element.remove());
  log.querySelectorAll(".options button").forEach((option) => (option.disabled = true));
}

function failure(problem, text, asked) {
  const known = problem instanceof api.Problem;
  const again = () => {
    bubble.remove();
    answer(text, asked);
  };
  const bubble = make(
    "div",
    { class: "failure", role: "alert" },
    make("strong", {}, known ? problem.title : "页面出错"),
    make("p", {}, known ? problem.detail : "请刷新页面后重试。"),
    button({ class: "chip", onclick: again }, icon("retry"), "重试"),
  );
  return bubble;
}

function reveal(element) {
  element.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
}

function setWaiting(control) {
  waiting = control;
  log.setAttribute("aria-busy", String(Boolean(control)));
  measure();
}

// ── the box to type in ──────────────────────────────────────────────────

function measure() {
  const length = Array.from(question.value).length;
  byId("counter").textContent =
    length > LIMIT * 0.9 ? `${length} / ${LIMIT}${length > LIMIT ? "，请缩短后再问" : ""}` : "";
  byId("counter").classList.toggle("over", length > LIMIT);
  byId("send").disabled = Boolean(waiting) || !question.value.trim() || length > LIMIT;
  question.style.height = "auto";
  question.style.height = `${question.scrollHeight}px`;
}

function send(event) {
  event.preventDefault();
  const text = question.value.trim();
  if (byId("send").disabled || !text) return;
  question.value = "";
  measure();
  ask(text);
}

function onKey(event) {
  const composing = event.isComposing || event.keyCode === 229; // 229: Safari's last key of a composition
  if (event.key === "Enter" && !event.shiftKey && !composing) send(event);
}

// ── starting, and starting over ─────────────────────────────────────────

function startOver() {
  waiting?.abort();
  setWaiting(null);
  turns = [];
  memory.write("turns", turns);
  memory.write("session", null);
  log.replaceChildren();
  byId("welcome").hidden = false;
  question.focus();
}

function restore() {
  const kept = memory.read("turns");
  turns = Array.isArray(kept) ? kept : [];
  byId("welcome").hidden = turns.length > 0;
  for (const turn of turns) {
    dropReplies();
    showQuestion(turn.question);
    showAnswer(turn.response);
  }
  if (turns.length) requestAnimationFrame(() => log.lastElementChild.scrollIntoView({ block: "end" }));
}

/** Questions to begin with; where they cannot be had, the listing of the notices alone. */
async function examples() {
  const asked = await api.openers().catch(() => ["有哪些通知？"]);
  byId("examples").replaceChildren(
    ...asked.map((text) =>
      button({ class: "example", onclick: () => ask(text) }, make("span", {}, text), icon("arrow")),
    ),
  );
}

/** Say in the bar what keeps the page from working; nothing where nothing does. */
function report(text) {
  byId("status-bar").textContent = text;
  byId("status-bar").hidden = !text;
}

async function waitUntilReady() {
  try {
    await api.ready();
    report("");
    startSettings(await listNotices());
    await examples();
  } catch (problem) {
    report(problem.is?.("loading") ? "正在载入通知，请稍候…" : `${problem.title}。${problem.detail}`);
    setTimeout(waitUntilReady, problem.is?.("loading") ? 1000 : 5000);
  }
}

byId("composer").addEventListener("submit", send);
question.addEventListener("input", measure);
question.addEventListener("keydown", onKey);
byId("start-over").addEventListener("click", startOver);
addEventListener("offline", () => report("网络已断开，连上后可以继续提问。"));
addEventListener("online", () => report(""));

restore();
measure();
waitUntilReady();
startReader({
  list: listNotices,
  choose: (id) => {
    choose(id);
    question.focus();
  },
});
if (!activeScope() && !location.hash && matchMedia("(hover: hover)").matches) question.focus();
