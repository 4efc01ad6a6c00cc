/** What the set-up asks for where it can't install. */
import { describe, expect, test } from "vitest";
import { advice, linuxKind } from "../../src/cli/system.mjs";

describe("the family of a Linux", () => {
  test.each([
    ["debian", `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n`],
    ["debian", `ID=raspbian\nID_LIKE=debian\n`],
    ["ubuntu", `ID=ubuntu\nID_LIKE=debian\n`],
    ["ubuntu", `ID=linuxmint\nID_LIKE="ubuntu debian"\n`],
    ["fedora", `NAME="Fedora Linux"\nID=fedora\n`],
    ["fedora", `ID="rocky"\nID_LIKE="rhel centos fedora"\n`],
    ["arch", `ID=manjaro\nID_LIKE=arch\n`],
    ["linux", `ID=nixos\nVERSION_ID="26.05"\n`],
    ["linux", ""],
  ])("%s: %j", (kind, osRelease) => {
    expect(linuxKind(osRelease)).toBe(kind);
  });
});

describe("what to install", () => {
  test.each([
    ["debian", ["chromium", "font"], "sudo apt-get install -y --no-install-recommends chromium fonts-noto-cjk"],
    ["debian", ["firefox"], "--no-install-recommends firefox-esr"],
    ["ubuntu", ["chromium"], "Brave"],
    ["fedora", ["chromium", "firefox"], "sudo dnf install chromium firefox"],
    ["arch", ["font"], "sudo pacman -S noto-fonts-cjk"],
    ["macos", ["chromium", "firefox"], "brew install --cask chromium firefox"],
    ["windows", ["chromium"], "winget install --exact --id Hibbiki.Chromium"],
    ["linux", ["chromium"], "sudo dnf install chromium"],
  ] as const)("%s: %j", (system, missing, command) => {
    expect(advice(missing, system)).toContain(command);
  });

  test("a browser may be elsewhere, and Chrome won't do", () => {
    expect(advice(["chromium", "firefox"], "debian")).toMatch(/TIFA_CHROMIUM[^]*TIFA_FIREFOX[^]*Google Chrome/);
    expect(advice(["font"], "debian")).not.toMatch(/TIFA_|Chrome/);
  });
});
