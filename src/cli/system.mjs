/** What Tifa needs of the system besides Node and npm: found, installed where that is safe, else asked for in words. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { findBrowser, findProgram, VARIABLES } from "./browser-paths.mjs";

/** @typedef {import("./browser-paths.mjs").Browser | "font"} Need */

/** @type {Readonly<Record<Need, string>>} */
const CALLED = { chromium: "Chromium", firefox: "Firefox", font: "a font for Chinese" };

/** Names of packages; nothing where the system has it. @typedef {Readonly<Partial<Record<Need, string>>>} Packages */
/** @type {Packages} */
const DEBIAN = { chromium: "chromium", firefox: "firefox-esr", font: "fonts-noto-cjk" };
/** @type {Packages} */
const FEDORA = { chromium: "chromium", firefox: "firefox", font: "google-noto-sans-cjk-fonts" };
/** @type {Packages} */
const ARCH = { chromium: "chromium", firefox: "firefox", font: "noto-fonts-cjk" };
/** @type {Packages} */
const HOMEBREW = { chromium: "chromium", firefox: "firefox" };
/** @type {Packages} */
const WINGET = { chromium: "Hibbiki.Chromium", firefox: "Mozilla.Firefox" };

/**
 * Meets the needs, by apt-get on Debian as root.
 * @param {readonly Need[]} needs
 * @param {(line: string) => void} tell
 * @returns {string | undefined} what the user has to do, if something is still missing.
 */
export function provide(needs, tell) {
  const missing = needs.filter(isMissing);
  if (missing.length === 0) return undefined;
  const system = thisSystem();
  const aptGet = system === "debian" && process.getuid?.() === 0 ? findProgram("apt-get") : undefined;
  if (aptGet === undefined) return advice(missing, system);
  const packages = packagesOf(DEBIAN, missing);
  tell(`installing ${packages.join(", ")} from Debian …`);
  const failure = run(aptGet, ["update"]) ?? run(aptGet, ["install", "-y", "--no-install-recommends", ...packages]);
  if (failure !== undefined) return `${failure}\n${advice(missing, system)}`;
  const left = missing.filter(isMissing);
  return left.length === 0 ? undefined : `apt-get ended well, and yet: ${advice(left, system)}`;
}

/** @param {Need} need */
function isMissing(need) {
  return need === "font" ? !hasChineseFont() : findBrowser(need) === undefined;
}

/** macOS and Windows come with Chinese fonts; elsewhere fontconfig knows, and without it there are none. */
function hasChineseFont() {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  const fcList = findProgram("fc-list");
  return fcList !== undefined && spawnSync(fcList, [":lang=zh", "file"], { encoding: "utf8" }).stdout.trim() !== "";
}

/**
 * @param {string} aptGet
 * @param {readonly string[]} args
 * @returns {string | undefined} what went wrong.
 */
function run(aptGet, args) {
  // Standard input and output belong to the job that follows.
  const { status, error } = spawnSync(aptGet, ["-q", ...args], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status === 0) return undefined;
  return `apt-get ${args.join(" ")} failed${error ? `: ${error.message}` : "; its words are above"}.`;
}

/** @typedef {"debian" | "ubuntu" | "fedora" | "arch" | "linux" | "macos" | "windows"} SystemKind */

/**
 * What to install, in the system's own words.
 * @param {readonly Need[]} missing not empty.
 * @param {SystemKind} system
 */
export function advice(missing, system) {
  const browsers = missing.filter((need) => need !== "font");
  return [
    `Tifa needs ${missing.map((need) => CALLED[need]).join(" and ")}, and can't find ${missing.length > 1 ? "them" : "it"}.`,
    ...commands(missing, system),
    ...browsers.map(
      (browser) => `${CALLED[browser]} is there, but elsewhere? Set ${VARIABLES[browser]} to its program.`,
    ),
    ...(missing.includes("chromium")
      ? ["Google Chrome and Microsoft Edge won't do: they load no extension from the command line. Brave does."]
      : []),
  ].join("\n");
}

/**
 * @param {readonly Need[]} missing
 * @param {SystemKind} system
 * @returns {string[]}
 */
function commands(missing, system) {
  /** @type {(command: string, names: Packages) => string} */
  const line = (command, names) => `${command} ${packagesOf(names, missing).join(" ")}`;
  const fedora = line("sudo dnf install", FEDORA);
  const arch = line("sudo pacman -S", ARCH);
  switch (system) {
    case "debian":
      return [`Install: ${line("sudo apt-get update && sudo apt-get install -y --no-install-recommends", DEBIAN)}`];
    case "ubuntu":
      return [
        ...(missing.includes("font") ? ["Install: sudo apt-get install -y fonts-noto-cjk"] : []),
        ...(missing.includes("chromium")
          ? [
              "Install Brave (https://brave.com/linux): Ubuntu's Chromium is a snap, which can't read a throw-away profile.",
            ]
          : []),
        ...(missing.includes("firefox")
          ? [
              "Install Mozilla's own package of Firefox (https://support.mozilla.org/kb/install-firefox-linux), for the same reason.",
            ]
          : []),
      ];
    case "fedora":
      return [`Install: ${fedora}`];
    case "arch":
      return [`Install: ${arch}`];
    case "macos":
      return [`Install: ${line("brew install --cask", HOMEBREW)}`];
    case "windows":
      return packagesOf(WINGET, missing).map((id) => `Install: winget install --exact --id ${id}`);
    case "linux":
      return [`Install them as your system does it. Fedora, for instance: ${fedora}. Arch: ${arch}.`];
  }
}

/**
 * @param {Packages} names
 * @param {readonly Need[]} needs
 */
function packagesOf(names, needs) {
  return needs.flatMap((need) => names[need] ?? []);
}

/** @returns {SystemKind} */
function thisSystem() {
  if (process.platform === "darwin") return "macos";
  if (process.platform === "win32") return "windows";
  try {
    return linuxKind(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return "linux";
  }
}

/**
 * Which family a Linux is of, by the names that it gives itself and those that it is like.
 * @param {string} osRelease
 * @returns {SystemKind}
 */
export function linuxKind(osRelease) {
  const values = [...osRelease.matchAll(/^ID(?:_LIKE)?=["']?([^"'\n]*)/gm)].map(([, value = ""]) => value);
  const names = new Set(values.join(" ").split(" "));
  // Ubuntu's family calls itself like Debian too.
  return /** @type {const} */ (["ubuntu", "debian", "fedora", "arch"]).find((kind) => names.has(kind)) ?? "linux";
}
