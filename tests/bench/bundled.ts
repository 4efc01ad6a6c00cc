/**
 * Modules bundled as they ship. In separate modules each use of another module's constant is read anew, which a matcher feels; in the
 * extension there are none.
 */
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The exports of the module at `entry`, bundled with all that it imports. */
export async function bundled(entry: URL): Promise<unknown> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, lib: { entry: fileURLToPath(entry), formats: ["es"] } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error(`Nothing was built of ${entry.href}.`);
  return import(`data:text/javascript;base64,${Buffer.from(output.output[0].code).toString("base64")}`);
}
