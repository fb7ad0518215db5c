// Comfort only; every page works without it.

// A password can be looked at while it is typed. It is hidden again before it is sent, so that the browser
// still knows it for a password.
for (const input of document.querySelectorAll('input[type="password"]')) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "reveal";
  button.setAttribute("aria-label", "Show " + (input.labels[0]?.textContent ?? "password").trim().toLowerCase());
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

// One press sends a form once. The way back through history finds the buttons awake again.
const submitButtons = () => document.querySelectorAll('form button:not([type="button"])');
document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll('button:not([type="button"])')) button.disabled = true;
});
addEventListener("pageshow", () => {
  for (const button of submitButtons()) button.disabled = false;
});
