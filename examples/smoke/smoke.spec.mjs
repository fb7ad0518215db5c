// A smoke test of Frontdesk with Playwright, in a real browser:
// npm install @playwright/test && npx playwright install chromium
// FRONTDESK_URL=https://id.example.com npx playwright test smoke.spec.mjs
// CHROMIUM=/usr/bin/chromium takes the browser of the system, and makes the second command unnecessary.
// Signs a disposable person up, tries the same address again, logs out and in, changes the password, and closes the account.
import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";

const unique = randomBytes(6).toString("hex");
const email = `smoke-${unique}@example.com`;
const [password, newPassword] = [`violet harbour ${unique}`, `copper meadow ${unique}`];

const executablePath = process.env.CHROMIUM || undefined;
test.use({
  baseURL: process.env.FRONTDESK_URL,
  locale: "en-GB",
  launchOptions: { executablePath, args: executablePath ? ["--no-sandbox"] : [] },
});

async function send(page, path, fields, form) {
  await page.goto(path);
  for (const [name, value] of Object.entries(fields)) await page.fill(`${form} [name=${name}]`, value);
  const terms = page.locator(`${form} [name=accept_terms]`);
  if (await terms.count()) await terms.check();
  await page.click(`${form} button[type=submit]`);
}

const signUp = (page, address) => send(page, "/signup", { email: address, password }, "#sign-up-form");
const logIn = (page, word) => send(page, "/login", { email, password: word }, "#log-in-form");

test("the life of an account", async ({ page, browser }) => {
  for (const path of ["/", "/docs", "/password-reset"]) expect((await page.goto(path)).status()).toBe(200);

  await signUp(page, email);
  await expect(page.locator("#flash")).toContainText("Welcome!");

  const other = await browser.newPage();
  await signUp(other, email.toUpperCase());
  await expect(other.locator("#flash")).toHaveText("Email already registered");

  await page.click(".account-menu summary");
  await page.click("#log-out-form button");
  await expect(page).toHaveURL(/\/login$/);
  await logIn(page, "wrong");
  await expect(page.locator("#flash")).toHaveClass(/flash-error/);
  await logIn(page, password);
  await expect(page).toHaveURL(/\/account$/);

  const fields = { current_password: password, new_password: newPassword };
  await send(page, "/account/password", fields, "#change-password-form");
  await expect(page.locator("#flash")).toContainText("Password changed.");
});

// Whatever happens: with the password that the account has now.
test.afterAll(async ({ browser }) => {
  for (const word of [newPassword, password]) {
    const page = await browser.newPage();
    await logIn(page, word);
    if (!page.url().endsWith("/account")) continue;
    await page.goto("/account/close");
    await page.click("#close-account-form button");
    return;
  }
  console.log(`Left behind, if it was made: ${email}`);
});
