import { defineConfig } from "vite";

// Built into the Python package, served from /static/build/. Addresses are relative, so that the
// workbench may be mounted under any path. The entry keeps its name; pages add a fingerprint.
export default defineConfig({
  base: "./",
  publicDir: false,
  worker: { format: "es" },
  build: {
    outDir: "../src/fogline/workbench/static/build",
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 2500,
    // Inlined files would be data: addresses, which the pages' policy refuses for scripts and workers.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { workbench: "src/workbench.ts" },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: (asset) => (asset.names.some((name) => name.endsWith(".css")) ? "workbench.css" : "[name]-[hash][extname]"),
      },
    },
  },
});
