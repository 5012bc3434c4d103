// WebKit, which is Safari's, as GTK has it: WebKitWebDriver and its MiniBrowser on a display that nobody sees. Plain
// WebDriver tells neither what the console says nor what a page asks for. Used by safari.mjs.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";

import { Builder, Capabilities } from "selenium-webdriver";

const LIBRARIES = "/usr/lib";
const FAILS_AFTER_MS = 15_000;

/** Give a driver of WebKit to what is done with it. */
export async function inWebKit(act) {
  const display = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const stopped = [display];
  try {
    const number = await new Promise((said, failed) => {
      display.stdio[3].once("data", (data) => said(String(data).trim()));
      display.once("error", failed);
    });
    const port = await freePort();
    const environment = { ...process.env, DISPLAY: `:${number}` };
    const program = spawn(process.env.ORGANICA_EXECUTABLE, [`--port=${port}`], { env: environment, stdio: "ignore" });
    stopped.unshift(program);
    await listens(port);
    const options = { binary: miniBrowser(), args: ["--automation"] };
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options }))
      .build();
    try {
      return await act(driver);
    } finally {
      await driver.quit();
    }
  } finally {
    for (const each of stopped) each.kill();
  }
}

/** Return where the browser is that the driver starts: a folder of its own, by kind of machine and version. */
function miniBrowser() {
  const machines = readdirSync(LIBRARIES).map((each) => `${LIBRARIES}/${each}`);
  const folders = machines.flatMap((each) => ["4.1", "4.0", "6.0"].map((version) => `${each}/webkit2gtk-${version}/MiniBrowser`));
  return folders.find((each) => existsSync(each));
}

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

async function listens(port) {
  const until = Date.now() + FAILS_AFTER_MS;
  while (Date.now() < until) {
    try {
      return await fetch(`http://127.0.0.1:${port}/status`);
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error("WebKitWebDriver does not listen");
}
