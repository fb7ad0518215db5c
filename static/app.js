// Comfort only; every page works without it.

// A password can be looked at while it is typed. It is hidden again before it is sent, so that the browser
// still knows it for a password.
for (const input of document.querySelectorAll('input[type="password"]')) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "reveal";
  button.setAttribute("aria-label", input.dataset.show ?? input.labels[0]?.textContent ?? input.name);
  button.setAttribute("aria-controls", input.id);
  button.innerHTML =
    '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M2 10c2-3.7 4.7-5.5 8-5.5s6 1.8 8 5.5c-2 3.7-4.7 5.5-8 5.5S4 13.7 2 10Z"/><circle cx="10" cy="10" r="2.5"/><path class="slash" d="m3.5 3.5 13 13"/></svg>';
  const show = (shown) => {
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  };
  show(false);
  button.addEventListener("click", () => show(input.type === "password"));
  input.form.addEventListener("submit", () => show(false));
  input.after(button);
}

// What was typed goes along from one of the forms for visitors to the next, within this tab. The server carries what was
// sent; an address must not stand in a link, which logs and proxies keep.
const address = document.querySelector("#sign-up-form #email, #log-in-form #email, #password-reset-form #email");
if (address) {
  const kept = sessionStorage.getItem("email");
  if (kept && !address.value) address.value = kept;
  sessionStorage.removeItem("email");
  for (const link of document.links) {
    if (!/^\/(login|signup|password-reset)$/.test(link.pathname)) continue;
    link.addEventListener("click", () => address.value && sessionStorage.setItem("email", address.value));
  }
}

// Mistakes that need no server are said when a field is left, so that they do not cost the typed password. The server has
// the last word, and its messages. A message moves what is below it: while a button is being pressed it waits.
const COMMON = ["gmail.com", "googlemail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "protonmail.com", "t-online.de", "outlook.de", "hotmail.fr", "orange.fr", "wanadoo.fr", "laposte.net", "hotmail.es", "uol.com.br", "bol.com.br", "interia.pl", "yahoo.co.jp"];
const OTHERS = ["mail.com", "email.com", "ymail.com", "hotmail.de", "outlook.fr", "outlook.es"];
const isOneSlip = (a, b) => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const rest = (text, from) => text.slice(same + from);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  if (a === b) return false;
  return rest(a, 1) === rest(b, 1) || (a[same] === b[same + 1] && a[same + 1] === b[same] && rest(a, 2) === rest(b, 2));
};
const meant = (email) => {
  const [, local, domain] = /^(.+)@([^@]+)$/.exec(email.toLowerCase().trim()) ?? [];
  if (!local || COMMON.includes(domain) || OTHERS.includes(domain)) return null;
  const common = COMMON.find((known) => isOneSlip(domain, known));
  return common && email.trim().replace(/@[^@]*$/, "@" + common);
};
const mistake = ({ value, dataset }) => {
  if (!value.trim()) return null;
  if (dataset.invalid && !value.includes("@")) return dataset.invalid;
  return [...value].length < dataset.minimum ? dataset.tooShort : null;
};
const tell = (input) => {
  const id = input.id + "-error";
  const found = mistake(input);
  document.getElementById(id)?.remove();
  const others = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((name) => name && name !== id);
  if (found) {
    const message = document.createElement("div");
    message.id = id;
    message.className = "field-error";
    message.append(Object.assign(document.createElement("p"), { textContent: found }));
    (input.closest(".password-box") ?? input).before(message);
    others.push(id);
  }
  if (others.length) input.setAttribute("aria-describedby", others.join(" "));
  else input.removeAttribute("aria-describedby");
  if (found) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
};
const suggest = (input) => {
  const email = meant(input.value);
  document.getElementById(input.id + "-suggestion")?.remove();
  if (!email) return;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "suggestion", id: input.id + "-suggestion" });
  button.textContent = input.dataset.suggestion.replace("{email}", email);
  button.addEventListener("click", () => {
    input.value = email;
    button.remove();
    input.focus();
  });
  input.after(button);
};
let isPressed = false;
addEventListener("pointerdown", () => (isPressed = true));
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(() => (isPressed = false)));
for (const input of document.querySelectorAll("input[data-invalid], input[data-minimum]")) {
  const look = () => {
    if (isPressed) return setTimeout(look, 50);
    // What the server has said stays until something else is typed.
    if (input.value && input.value !== input.defaultValue) tell(input);
    if (input.dataset.suggestion) suggest(input);
  };
  input.addEventListener("blur", look);
  if (input.dataset.suggestion) suggest(input);
}

// What the server thinks of a password that is being chosen, by the rules that it will apply to the form. Shown after a
// pause; without an answer there is nothing to show.
for (const input of document.querySelectorAll("input[data-minimum]")) {
  const place = document.getElementById(input.id + "-strength");
  if (!place) continue;
  const owner = input.form.querySelector('[autocomplete="email"], [autocomplete="username"]');
  let pause, asking;
  const show = ({ level = "", message = "" } = {}) => {
    place.dataset.level = level;
    if (place.textContent !== message) place.textContent = message;
  };
  const ask = async () => {
    asking = new AbortController();
    const { signal } = asking;
    const body = new URLSearchParams({ password: input.value, email: owner?.value ?? "" });
    const answer = await fetch("/password-strength", { method: "POST", body, signal, headers: { Accept: "application/json" } })
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    if (!signal.aborted) show(answer);
  };
  const typed = () => {
    clearTimeout(pause);
    asking?.abort();
    if ([...input.value].length < input.dataset.minimum) show();
    else pause = setTimeout(ask, 500);
  };
  input.addEventListener("input", typed);
  owner?.addEventListener("change", typed);
}

// A button that the server would refuse for a while says how long.
for (const button of document.querySelectorAll("button[data-wait]")) {
  const label = button.textContent;
  const until = Date.now() + button.dataset.wait * 1000;
  const count = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    button.disabled = left > 0;
    button.textContent = left > 0 ? `${label} (${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")})` : label;
    if (left <= 0) clearInterval(counting);
  };
  const counting = setInterval(count, 500);
  count();
}

// One press sends a form once. Its buttons wake again after a while, for not every answer is another page: there are
// downloads, and a person may stop the browser from waiting. The way back through history finds them awake, too.
const WAKE_AFTER_MS = 5000;
const submitButtons = (place) => place.querySelectorAll('form button:not([type="button"])');
const wake = (buttons) => buttons.forEach((button) => (button.disabled = false));
document.addEventListener("submit", (event) => {
  const buttons = submitButtons(event.target);
  buttons.forEach((button) => (button.disabled = true));
  setTimeout(wake, WAKE_AFTER_MS, buttons);
});
addEventListener("pageshow", () => wake(submitButtons(document)));

// A sample of code can be copied, where the browser allows it.
const copied = Object.assign(document.createElement("p"), { className: "visually-hidden", role: "status" });
for (const sample of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button button-small", textContent: sample.dataset.copy });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(sample.textContent.trim());
    copied.textContent = button.textContent = sample.dataset.copied;
    setTimeout(() => (copied.textContent = ""), 4000);
    setTimeout(() => (button.textContent = sample.dataset.copy), 4000);
  });
  sample.after(button);
  document.body.append(copied);
}

// A moment in the reader's own time zone, which the server does not know.
const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "long" });
for (const time of document.querySelectorAll("time[datetime]")) time.title = moment.format(new Date(time.dateTime));

// On narrow screens the rows of a table become cards, and some browsers no longer say that it is a table. They do where
// it has the roles; in the page itself they would be redundant.
const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };
for (const [name, role] of Object.entries(ROLES)) {
  for (const element of document.querySelectorAll(`table.table :is(${name}), ${name}.table`)) element.setAttribute("role", role);
}

// The menu of the account closes as other menus do: with a click elsewhere, or with Escape.
const menu = document.querySelector(".account-menu");
document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.firstElementChild.focus();
});
