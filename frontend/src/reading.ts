// The reading pane: choosing a claim lights up the words that its fields rest on.

const ROLE_WORDS: Record<string, string> = {
  trigger: "event",
  actor: "who",
  target: "to whom",
  place: "where",
  time: "when",
  count: "how many",
  origin: "says",
  medium: "medium",
  hedge: "hedge",
  evidence: "evidence",
};
// Where words serve several fields, the first of these is shown, as the server does.
const CLEAREST = ["trigger", "count", "time", "place", "hedge", "evidence", "medium", "actor", "target", "origin"];

interface Words {
  element: HTMLElement;
  claims: string[];
  roles: [string, string][];
}

export function startReadingPane(): void {
  const text = document.querySelector<HTMLElement>(".pane .text");
  const panels = [...document.querySelectorAll<HTMLDetailsElement>(".pane .claim")];
  if (text === null || panels.length === 0) return;
  const all: Words[] = [...text.querySelectorAll<HTMLElement>(".seg")].map((element) => ({
    element,
    claims: (element.dataset.c ?? "").split(" ").filter((n) => n !== ""),
    roles: (element.dataset.f ?? "")
      .split(" ")
      .filter((pair) => pair !== "")
      .map((pair) => pair.split(":") as [string, string]),
  }));
  const bySegment = new Map(all.map((words) => [words.element, words]));
  const byNumber = new Map(panels.map((panel) => [panel.dataset.i ?? "", panel]));
  const oneColumn = matchMedia("(max-width: 999px)");
  let chosen: string | null = panels.find((panel) => panel.open)?.dataset.i ?? null;

  function light(number: string | null): void {
    let last: { element: HTMLElement; role: string | undefined } | null = null as { element: HTMLElement; role: string | undefined } | null;
    for (const { element, claims, roles } of all) {
      element.classList.toggle("chosen", number !== null && claims.includes(number));
      const mine = roles.filter(([claim]) => claim === number).map(([, role]) => role);
      const role = CLEAREST.find((name) => mine.includes(name));
      for (const name of CLEAREST) element.classList.toggle(`lit-${name}`, name === role);
      element.classList.toggle("lit", role !== undefined);
      delete element.dataset.role;
      // Only the last of a run of words is named.
      const isRun = last !== null && last.role !== undefined && last.role === role && last.element.nextSibling === element;
      if (last?.role !== undefined && !isRun) last.element.dataset.role = ROLE_WORDS[last.role] ?? last.role;
      last = { element, role };
    }
    if (last?.role !== undefined) last.element.dataset.role = ROLE_WORDS[last.role] ?? last.role;
  }

  function choose(number: string, from: "text" | "panel"): void {
    chosen = number;
    for (const panel of panels) panel.open = panel.dataset.i === number;
    light(number);
    const panel = byNumber.get(number);
    if (panel === undefined) return;
    const address = new URL(location.href);
    address.searchParams.set("claim", panel.dataset.id ?? "");
    address.hash = panel.id;
    history.replaceState(null, "", address);
    // In one column the panel would be far below the text: it is shown at the foot of the screen instead.
    for (const one of panels) one.classList.toggle("sheet", one === panel && from === "text" && oneColumn.matches);
    if (from === "text") {
      if (!oneColumn.matches) panel.scrollIntoView({ block: "nearest" });
    } else all.find((words) => words.claims.includes(number))?.element.scrollIntoView({ block: "nearest" });
  }

  text.addEventListener("click", (event) => {
    const element = (event.target as Element).closest<HTMLElement>("a.seg");
    if (element === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const claims = bySegment.get(element)?.claims ?? [];
    if (claims.length === 0) return;
    event.preventDefault();
    // Claims overlap: a second click on the same words goes on to the next claim there.
    const at = chosen === null ? -1 : claims.indexOf(chosen);
    choose(claims[(at + 1) % claims.length] as string, "text");
  });
  for (const panel of panels) {
    panel.querySelector("summary")?.addEventListener("click", (event) => {
      event.preventDefault();
      if (panel.open) {
        panel.open = false;
        panel.classList.remove("sheet");
        chosen = null;
        light(null);
      } else {
        choose(panel.dataset.i ?? "", "panel");
      }
    });
  }
  if (chosen !== null) {
    light(chosen);
    const number = chosen;
    if (!oneColumn.matches) all.find((words) => words.claims.includes(number))?.element.scrollIntoView({ block: "center" });
  }
}
