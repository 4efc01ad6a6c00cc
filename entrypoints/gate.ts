import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { watchForChinese } from "../src/page/gate.ts";
import { send } from "../src/platform/wake.ts";

/** The gate and the engine that run here already, if they do; in the extension's own world, which the page can't see. */
type World = typeof globalThis & { tifaGate?: { hasFound: boolean }; tifaEngine?: true };

// Not a content script of WXT's: its wrapper tells every page of itself by a message and an event that bear the extension's id.
export default defineUnlistedScript(() => {
  const world: World = globalThis;
  // An element of the page may have this id.
  const before = Object.hasOwn(world, "tifaGate") ? world.tifaGate : undefined;
  if (before?.hasFound) send({ name: "wake", styled: false });
  if (before) return;
  const gate = { hasFound: false };
  world.tifaGate = gate;
  let styled = false;
  watchForChinese(
    document,
    () => {
      styled = true;
      send({ name: "style" });
    },
    () => {
      gate.hasFound = true;
      send({ name: "wake", styled });
      // Tifa may be switched on while the browser keeps the page for the way back; an engine that is there sees to that itself.
      addEventListener("pageshow", ({ isTrusted, persisted }) => {
        if (isTrusted && persisted && !Object.hasOwn(world, "tifaEngine")) send({ name: "wake", styled: false });
      });
    },
  );
});
