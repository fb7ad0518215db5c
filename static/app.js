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
