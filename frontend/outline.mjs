// Prepares the outline map that the pages draw themselves where there is no WebGL or no script:
// land and inland borders of Natural Earth 1:50m (public domain, by way of world-atlas), thinned.
// Run after `npm ci` when world-atlas changes: node outline.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { feature, mesh } from "topojson-client";

const SCALE = 100; // hundredths of a degree: about a kilometre
const TOLERANCE = 1.5; // in the same unit; below a pixel at the widths the pages use
const SMALLEST = 4; // rings that are smaller than this across are left out

const read = (name) => JSON.parse(readFileSync(new URL(`node_modules/world-atlas/${name}.json`, import.meta.url)));
const countries = read("countries-50m");
const land = read("land-50m");

function thin(points) {
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const stack = [[0, points.length - 1]];
  while (stack.length > 0) {
    const [from, to] = stack.pop();
    const [ax, ay] = points[from];
    const [bx, by] = points[to];
    const length = Math.hypot(bx - ax, by - ay);
    let furthest = -1;
    let distance = TOLERANCE;
    for (let i = from + 1; i < to; i++) {
      const [x, y] = points[i];
      const d = length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
      if (d > distance) [furthest, distance] = [i, d];
    }
    if (furthest > 0) {
      keep[furthest] = 1;
      stack.push([from, furthest], [furthest, to]);
    }
  }
  return points.filter((_, i) => keep[i]);
}

/** Undoes the jump at 180 degrees, so that a ring that crosses it is one shape; says how far its end lies from its start. */
function unwrapped(line) {
  let shift = 0;
  const out = line.map(([x, y], i) => {
    if (i > 0 && x - line[i - 1][0] > 180) shift -= 360;
    if (i > 0 && x - line[i - 1][0] < -180) shift += 360;
    return [x + shift, y];
  });
  return [out, shift];
}

/** A ring or line, with a copy on the other side of the world where it crosses 180 degrees. Rings around a pole are closed along it. */
function sides(line, ring) {
  const [whole, shift] = unwrapped(line);
  if (ring && shift !== 0) whole.push([whole.at(-1)[0], -90], [whole[0][0], -90], whole[0]);
  const xs = whole.map((p) => p[0]);
  const copies = [whole];
  if (Math.max(...xs) > 180) copies.push(whole.map(([x, y]) => [x - 360, y]));
  if (Math.min(...xs) < -180) copies.push(whole.map(([x, y]) => [x + 360, y]));
  return copies;
}

/** First point, then steps from point to point, as whole hundredths of a degree. */
function packed(line, smallest) {
  const points = thin(line.map(([x, y]) => [Math.round(x * SCALE), Math.round(y * SCALE)]));
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  if (Math.max(...xs) - Math.min(...xs) < smallest && Math.max(...ys) - Math.min(...ys) < smallest) return [];
  let [x, y] = [0, 0];
  const steps = [];
  for (const [px, py] of points) {
    steps.push(px - x, py - y);
    [x, y] = [px, py];
  }
  return [steps];
}

const polygons = feature(land, land.objects.land).features.flatMap((f) => (f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates));
const borders = mesh(countries, countries.objects.countries, (a, b) => a !== b).coordinates;

function middle(geometry) {
  const rings = geometry.type === "Polygon" ? [geometry.coordinates[0]] : geometry.coordinates.map((p) => p[0]);
  let best = null;
  for (const ring of rings) {
    let [area, cx, cy] = [0, 0, 0];
    for (let i = 0; i + 1 < ring.length; i++) {
      const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
      area += cross;
      cx += (ring[i][0] + ring[i + 1][0]) * cross;
      cy += (ring[i][1] + ring[i + 1][1]) * cross;
    }
    if (area !== 0 && (best === null || Math.abs(area) > best.area)) best = { area: Math.abs(area), x: cx / (3 * area), y: cy / (3 * area) };
  }
  return best;
}

const names = feature(countries, countries.objects.countries).features.flatMap((f) => {
  const at = middle(f.geometry);
  return at === null ? [] : [[f.properties.name, Math.round(at.x * SCALE), Math.round(at.y * SCALE), Math.round(at.area / 2)]];
});

const outline = {
  about: "Natural Earth 1:50m, public domain; thinned to hundredths of a degree. Borders as drawn by Natural Earth; no judgement on them is meant.",
  scale: SCALE,
  land: polygons.flatMap((rings) => rings.flatMap((ring) => sides(ring, true).flatMap((side) => packed(side, SMALLEST)))),
  borders: borders.flatMap((line) => sides(line, false).flatMap((side) => packed(side, 0))),
  names: names.sort((a, b) => b[3] - a[3] || (a[0] < b[0] ? -1 : 1)),
};
writeFileSync(new URL("../src/fogline/workbench/static/outline.json", import.meta.url), JSON.stringify(outline) + "\n");
