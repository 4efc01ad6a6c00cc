/**
 * Where browsers stand on each platform. Plain JavaScript, for the set-up reads it before there is a Node that runs TypeScript.
 *
 * Google Chrome (since 137) and Microsoft Edge are left out: they load no extension from the command line.
 */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @typedef {"chromium" | "firefox"} Browser */

/** The variable that names the program to use, whatever else is there. @type {Readonly<Record<Browser, string>>} */
export const VARIABLES = { chromium: "TIFA_CHROMIUM", firefox: "TIFA_FIREFOX" };

/** Folders that a bare PATH may lack. */
export const SYSTEM_FOLDERS =
  process.platform === "win32" ? [] : ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** Names of programs, looked for on the PATH and in SYSTEM_FOLDERS. @type {Record<Browser, string[]>} */
const NAMES = {
  chromium: ["chromium", "chromium-browser", "ungoogled-chromium", "brave-browser", "brave"],
  firefox: ["firefox-esr", "firefox"],
};

/** @type {Record<Browser, string[]>} */
const MAC_APPLICATIONS = {
  chromium: ["Chromium", "Google Chrome for Testing", "Brave Browser"],
  firefox: ["Firefox", "Firefox Developer Edition"],
};

/** @type {Record<Browser, string[]>} */
const WINDOWS_PROGRAMS = {
  chromium: ["Chromium/Application/chrome.exe", "BraveSoftware/Brave-Browser/Application/brave.exe"],
  firefox: ["Mozilla Firefox/firefox.exe"],
};

/** The variable for a browser names something that can't be run; the message says so. */
export class VariableError extends Error {}

/**
 * The program to run, or undefined if there is none.
 * @param {Browser} browser
 * @returns {string | undefined}
 * @throws {VariableError}
 */
export function findBrowser(browser) {
  const variable = VARIABLES[browser];
  const named = process.env[variable];
  if (named) {
    if (isProgram(named)) return named;
    throw new VariableError(`${variable} is ${named}, which is not a program that can be run.`);
  }
  return candidates(browser).find(isProgram);
}

/** @param {Browser} browser */
function candidates(browser) {
  if (process.platform === "darwin") {
    const folders = ["/Applications", join(process.env["HOME"] ?? "", "Applications")];
    return MAC_APPLICATIONS[browser].flatMap((name) =>
      folders.map((folder) => join(folder, `${name}.app/Contents/MacOS`, browser === "firefox" ? "firefox" : name)),
    );
  }
  if (process.platform === "win32") {
    const folders = ["LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)"].flatMap((name) => process.env[name] ?? []);
    return WINDOWS_PROGRAMS[browser].flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  return NAMES[browser].flatMap((name) => programPaths(name));
}

/**
 * Where a program of this name would stand, the PATH's folders first.
 * @param {string} name
 */
function programPaths(name) {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return [...folders, ...SYSTEM_FOLDERS].map((folder) => join(folder, name));
}

/**
 * The program of this name on the PATH or in SYSTEM_FOLDERS.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findProgram(name) {
  return programPaths(name).find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
