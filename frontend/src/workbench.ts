// Adds to pages that already work without script: a live map, and words that light up at a click.
import { startReadingPane } from "./reading";

for (const box of document.querySelectorAll<HTMLElement>("[data-map]")) {
  // The map's code is large; pages without a map never load it.
  void import("./map").then(({ startMap }) => startMap(box)).catch((error: unknown) => {
    // The plain map below stays in view.
    console.warn("The live map did not start; the plain map stays.", error);
  });
}
startReadingPane();
