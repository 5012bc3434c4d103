// The explorer in a real browser: both pages under their content security policy, every example, both languages.
import puppeteer from "puppeteer-core";

import { SERVER, client, mustBeEmpty, mustEqual } from "./report.mjs";

const BROWSER = process.env.ORGANICA_CHROMIUM;
const WAIT_MS = 20_000;
const LANGUAGES = ["es", "en"];

await client("puppeteer-core", async () => {
  const examples = await (await fetch(`${SERVER}/explorer/examples.json`)).json();
  const browser = await puppeteer.launch({
    executablePath: BROWSER,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
  });
  try {
    for (const language of LANGUAGES) {
      await visited(browser, "/explorer/simple", language, (page) => askedOnOurPage(page, examples, language));
      await visited(browser, "/explorer", language, (page) => askedInGraphiql(page, examples));
    }
    const asked = `in ${await browser.version()} both pages ask all ${examples.length} examples in both languages`;
    return `${asked}, no violation of their policy, no request beyond the origin`;
  } finally {
    await browser.close();
  }
});

/** Open a page as a new reader, do something on it, and throw what went wrong meanwhile. */
async function visited(browser, path, language, act) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const wrong = [];
  const note = (what) => wrong.push(`${path} in ${language}: ${what}`);
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) note(`the console says: ${message.text()}`);
  });
  page.on("pageerror", (error) => note(`a script failed: ${error.message}`));
  page.on("requestfailed", (request) => note(`${request.url()} failed: ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) note(`${response.url()} answered ${response.status()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${SERVER}/`) && !url.startsWith("data:")) note(`it asked ${url}`);
  });
  await page.exposeFunction("violated", (rule, address) => note(`${rule} forbids ${address}`));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      window.violated(event.effectiveDirective, event.blockedURI),
    );
  });
  await page.setExtraHTTPHeaders({ "accept-language": language });
  const response = await page.goto(SERVER + path, { waitUntil: "networkidle0" });
  const policy = response.headers()["content-security-policy"] ?? "";
  if (!policy.includes("default-src 'none'")) note(`its policy is “${policy}”`);
  wrong.push(...(await act(page)).map((each) => `${path} in ${language}: ${each}`));
  await context.close();
  mustBeEmpty(wrong);
}

/** Choose each example on our own page, send it, and return what was not answered with data alone. */
async function askedOnOurPage(page, examples, language) {
  const wrong = [];
  await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("HTTP"));
  if ((await page.evaluate(() => document.documentElement.lang)) !== language) await page.click("#language");
  const titles = await page.$$eval("#example option", (options) => options.map((option) => option.text));
  mustEqual(titles, examples.map((example) => example[language]), "titles in the menu");
  for (const [index, example] of examples.entries()) {
    await page.select("#example", String(index));
    await page.evaluate(() => (document.getElementById("result").textContent = ""));
    await page.click("#ask button[type=submit]");
    await page.waitForFunction(() => document.getElementById("result").textContent !== "");
    wrong.push(...notDataAlone(example, await page.$eval("#result", (result) => result.textContent)));
  }
  return wrong;
}

/** Choose each example from GraphiQL's menu and execute it; return what was not answered with data alone. */
async function askedInGraphiql(page, examples) {
  const wrong = [];
  await page.waitForSelector("button.example");
  const titles = await page.$$eval("button.example [lang=es]", (names) => names.map((name) => name.textContent));
  mustEqual(titles, examples.map((example) => example.es), "titles in the menu");
  for (const [index, example] of examples.entries()) {
    await (await page.$$("button.example"))[index].click();
    const answered = page.waitForResponse((response) => response.url() === `${SERVER}/graphql`);
    await page.click(".graphiql-execute-button");
    const response = await answered;
    wrong.push(...notDataAlone(example, await response.text()));
    const asked = JSON.parse(response.request().postData());
    mustEqual(asked.query, example.query, "the query that GraphiQL sent");
    await page.waitForFunction(() => document.querySelector(".graphiql-spinner") === null);
  }
  return wrong;
}

function notDataAlone(example, text) {
  const answer = JSON.parse(text);
  return answer.data && !answer.errors ? [] : [`“${example.es}” was answered ${text.slice(0, 500)}`];
}
