// The live map: Natural Earth's countries from our own files, incidents from the page. Asks no other machine.
import { LngLatBounds, Map as LiveMap, NavigationControl, Popup, setWorkerUrl } from "maplibre-gl";
import type { ExpressionSpecification, StyleSpecification } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import worldUrl from "world-atlas/countries-10m.json?url";
import type { FeatureCollection, Point } from "geojson";

interface Listed {
  href: string;
  title: string;
  when: string;
  status: string;
}

interface Place {
  key: string;
  name: string;
  kind: "exact" | "region" | "country";
  n: number;
  radius: number;
  at: [number, number];
  href: string;
  incidents: Listed[];
  more: string;
}

interface MapData {
  bounds: [number, number, number, number];
  places: Place[];
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

setWorkerUrl(workerUrl);

/** The page's colours, so that map and page change together between light and dark. */
function colours(): Record<"land" | "sea" | "border" | "country" | "point" | "area" | "ink", string> {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    land: read("land"),
    sea: read("sea"),
    border: read("border"),
    country: read("country"),
    point: read("point"),
    area: read("area"),
    ink: read("ink"),
  };
}

function hasWebGl(): boolean {
  const canvas = document.createElement("canvas");
  return canvas.getContext("webgl2") !== null;
}

const whenNear = (near: number, far: number): ExpressionSpecification => ["case", ["boolean", ["feature-state", "near"], false], near, far];

function style(data: MapData, world: World, width: number): StyleSpecification {
  // The server reckons with a map of 700 pixels; on a phone's the circles would cover it.
  const shrink = Math.min(1, Math.max(0.6, width / 700));
  const c = colours();
  const places: FeatureCollection<Point> = {
    type: "FeatureCollection",
    features: data.places.map((place, id) => ({
      type: "Feature",
      id,
      geometry: { type: "Point", coordinates: place.at },
      properties: {
        label: place.n > 1 ? `${place.name} ${place.n}` : place.name,
        kind: place.kind,
        n: place.n,
        radius: place.radius * shrink,
      },
    })),
  };
  const found = feature(world, world.objects.countries);
  const countries = { ...found, features: found.features.map((country) => ({ ...country, geometry: unwrappedShape(country.geometry) })) };
  const borders = unwrappedShape(mesh(world, world.objects.countries, (a, b) => a !== b));
  const middles: FeatureCollection<Point> = { type: "FeatureCollection", features: countries.features.flatMap(middle) };
  const font = ["Noto Sans", "Arial", "sans-serif"];
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: countries, tolerance: 0.2 },
      borders: { type: "geojson", data: { type: "Feature", geometry: borders, properties: {} }, tolerance: 0.2 },
      names: { type: "geojson", data: middles },
      places: { type: "geojson", data: places },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": c.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": c.land, "fill-antialias": false } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": c.border, "line-width": 1.1, "line-dasharray": [4, 2] } },
      {
        id: "names",
        type: "symbol",
        source: "names",
        // Small islands' names would stand all over the oceans of a world map.
        filter: [">", ["get", "size"], ["step", ["zoom"], 60, 2, 20, 3, 2, 4, 0]],
        layout: { "text-field": ["get", "name"], "text-font": font, "text-size": 12, "text-letter-spacing": 0.06, "symbol-sort-key": ["-", 0, ["get", "size"]] },
        paint: { "text-color": c.country, "text-halo-color": c.land, "text-halo-width": 1.2 },
      },
      {
        id: "country",
        type: "circle",
        source: "places",
        filter: ["==", ["get", "kind"], "country"],
        layout: { "circle-sort-key": ["-", 0, ["get", "n"]] },
        paint: { "circle-radius": ["get", "radius"], "circle-color": c.country, "circle-opacity": whenNear(0.4, 0.04), "circle-stroke-color": c.country, "circle-stroke-width": 1, "circle-stroke-opacity": 0.8 },
      },
      {
        id: "region",
        type: "circle",
        source: "places",
        filter: ["==", ["get", "kind"], "region"],
        layout: { "circle-sort-key": ["-", 0, ["get", "n"]] },
        paint: { "circle-radius": ["get", "radius"], "circle-color": c.area, "circle-opacity": whenNear(0.6, 0.12), "circle-stroke-color": c.area, "circle-stroke-width": whenNear(2.5, 1.4) },
      },
      {
        id: "exact",
        type: "circle",
        source: "places",
        filter: ["==", ["get", "kind"], "exact"],
        layout: { "circle-sort-key": ["-", 0, ["get", "n"]] },
        paint: { "circle-radius": ["get", "radius"], "circle-color": c.point, "circle-opacity": whenNear(0.95, 0.55), "circle-stroke-color": ["case", ["boolean", ["feature-state", "near"], false], c.ink, c.point], "circle-stroke-width": whenNear(2.2, 1.5) },
      },
      {
        id: "labels",
        type: "symbol",
        source: "places",
        filter: ["!=", ["get", "kind"], "country"],
        layout: {
          "text-field": ["get", "label"],
          "text-font": font,
          "text-size": 12.5,
          "text-variable-anchor": ["left", "right", "top", "bottom"],
          "text-radial-offset": ["+", 0.25, ["/", ["get", "radius"], 12.5]],
          "text-justify": "auto",
          "symbol-sort-key": ["-", 0, ["get", "n"]],
        },
        paint: { "text-color": c.ink, "text-halo-color": c.land, "text-halo-width": 1.6 },
      },
    ],
  };
}

/**
 * Undoes jumps at 180 degrees, so that a shape that crosses it is one shape and not a band around the world;
 * MapLibre draws what lies beyond on the other side. A ring around a pole is closed along it.
 */
function unwrapped(line: GeoJSON.Position[], ring: boolean): GeoJSON.Position[] {
  let shift = 0;
  let before = line[0]?.[0] ?? 0;
  const out = line.map((point) => {
    const x = point[0] as number;
    if (x - before > 180) shift -= 360;
    if (x - before < -180) shift += 360;
    before = x;
    return [x + shift, point[1] as number];
  });
  const [start, end] = [out[0], out.at(-1)];
  if (ring && shift !== 0 && start !== undefined && end !== undefined) out.push([end[0] as number, -85], [start[0] as number, -85], start);
  return out;
}

function unwrappedShape(shape: GeoJSON.Geometry): GeoJSON.Geometry {
  if (shape.type === "Polygon") return { ...shape, coordinates: shape.coordinates.map((ring) => unwrapped(ring, true)) };
  if (shape.type === "MultiPolygon") return { ...shape, coordinates: shape.coordinates.map((rings) => rings.map((ring) => unwrapped(ring, true))) };
  if (shape.type === "MultiLineString") return { ...shape, coordinates: shape.coordinates.map((line) => unwrapped(line, false)) };
  return shape;
}

/** A point in a country's largest part, where its name is written. */
function middle(country: GeoJSON.Feature<GeoJSON.Geometry, { name: string }>): GeoJSON.Feature<Point>[] {
  const shape = country.geometry;
  const rings = shape.type === "Polygon" ? [shape.coordinates[0]] : shape.type === "MultiPolygon" ? shape.coordinates.map((p) => p[0]) : [];
  let best: { size: number; at: [number, number] } | null = null;
  for (const ring of rings) {
    if (ring === undefined) continue;
    let [area, x, y] = [0, 0, 0];
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i] as [number, number];
      const [bx, by] = ring[i + 1] as [number, number];
      const cross = ax * by - bx * ay;
      area += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    const size = Math.abs(area);
    if (size > 0 && (best === null || size > best.size)) best = { size, at: [x / (3 * area), y / (3 * area)] };
  }
  if (best === null) return [];
  return [{ type: "Feature", geometry: { type: "Point", coordinates: best.at }, properties: { name: country.properties.name, size: best.size } }];
}

function popupContent(place: Place): HTMLElement {
  const content = document.createElement("div");
  const heading = document.createElement("h3");
  heading.textContent = place.kind === "exact" ? place.name : `${place.name} (${place.kind === "region" ? "area" : "country only"})`;
  const list = document.createElement("ul");
  for (const incident of place.incidents) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = incident.href;
    link.textContent = incident.title;
    const meta = document.createElement("span");
    meta.className = "meta";
    meta.textContent = ` ${incident.when}, ${incident.status}`;
    item.append(link, meta);
    list.append(item);
  }
  content.append(heading, list);
  if (place.more !== "") {
    const more = document.createElement("a");
    more.href = place.href;
    more.textContent = `and ${place.more}`;
    content.append(more);
  }
  return content;
}

export async function startMap(box: HTMLElement): Promise<void> {
  const raw = box.querySelector('script[type="application/json"]')?.textContent;
  if (raw == null || !hasWebGl()) return;
  const data = JSON.parse(raw) as MapData;
  const answer = await fetch(worldUrl);
  if (!answer.ok) throw new Error(`${worldUrl} answered ${answer.status}`);
  const world = (await answer.json()) as World;

  const container = document.createElement("div");
  container.className = "map-live";
  box.append(container);
  const [west, south, east, north] = data.bounds;
  const map = new LiveMap({
    container,
    style: style(data, world, box.clientWidth),
    bounds: new LngLatBounds([west, south], [east, north]),
    // The page's footer names Natural Earth.
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 13,
    cooperativeGestures: matchMedia("(pointer: coarse)").matches,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.getCanvas().setAttribute("aria-label", box.getAttribute("aria-label") ?? "Map");

  const rows = [...document.querySelectorAll<HTMLElement>(".row[data-key]")];
  const numberOf = new Map(data.places.map((place, id) => [place.key, id]));
  let near: number | null = null;

  function bringNear(id: number | null): void {
    if (near === id) return;
    if (near !== null) map.setFeatureState({ source: "places", id: near }, { near: false });
    if (id !== null) map.setFeatureState({ source: "places", id }, { near: true });
    near = id;
    const key = id === null ? null : data.places[id]?.key;
    for (const row of rows) row.classList.toggle("near", key !== null && row.dataset.key === key);
  }

  map.on("load", () => {
    box.classList.add("live");
    // The plain map lies below the live one and must not take the keyboard's focus.
    for (const link of box.querySelectorAll(".outline a")) link.setAttribute("tabindex", "-1");
    box.querySelector(".outline")?.setAttribute("aria-hidden", "true");
  });
  for (const layer of ["exact", "region", "country"]) {
    map.on("mousemove", layer, (event) => {
      const id = event.features?.[0]?.id;
      map.getCanvas().style.cursor = "pointer";
      bringNear(typeof id === "number" ? id : null);
    });
    map.on("mouseleave", layer, () => {
      map.getCanvas().style.cursor = "";
      bringNear(null);
    });
  }
  map.on("click", (event) => {
    const found = map.queryRenderedFeatures(event.point, { layers: ["exact", "region", "country"] })[0];
    const place = typeof found?.id === "number" ? data.places[found.id] : undefined;
    if (place === undefined) return;
    new Popup({ maxWidth: "20rem" }).setLngLat(place.at).setDOMContent(popupContent(place)).addTo(map);
    const row = rows.find((one) => one.dataset.key === place.key);
    row?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  });
  for (const row of rows) {
    const id = numberOf.get(row.dataset.key ?? "") ?? null;
    row.addEventListener("mouseenter", () => bringNear(id));
    row.addEventListener("mouseleave", () => bringNear(null));
    row.addEventListener("focusin", () => bringNear(id));
    row.addEventListener("focusout", () => bringNear(null));
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    map.setStyle(style(data, world, box.clientWidth), { diff: true });
  });
  // For checks: tells a script that the first complete picture is drawn.
  map.once("idle", () => box.setAttribute("data-map-ready", "true"));
}
