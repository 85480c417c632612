/** The parts of the page that the keyboard is led between. */
export interface PageParts {
  readonly toolbar: HTMLElement;
  readonly grid: HTMLElement;
  /** Where the pane's frame is. */
  readonly pane: HTMLElement;
}

/**
 * F6 leads from one part of the page to the next and Shift+F6 back, as between Excel's own parts: the grid keeps Tab
 * and all other keys for its cells, so that nothing else would lead out of it.
 */
export function leadWithF6({ toolbar, grid, pane }: PageParts): void {
  let gridFocus: HTMLElement | null = null;
  grid.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement) gridFocus = target;
  });
  const parts = [
    { element: toolbar, enter: () => toolbar.querySelector("button")?.focus() },
    {
      element: grid,
      enter: () => (gridFocus ?? grid.querySelector<HTMLElement>("[contenteditable], [tabindex]"))?.focus(),
    },
    { element: pane, enter: () => pane.querySelector("iframe")?.contentWindow?.focus() },
  ];
  const follow = (event: KeyboardEvent): void => {
    if (event.key !== "F6") return;
    event.preventDefault();
    event.stopPropagation();
    const shown = parts.filter(({ element }) => element.offsetParent !== null);
    const present = shown.findIndex(({ element }) => element.contains(document.activeElement));
    const next = event.shiftKey ? (present < 0 ? -1 : present - 1) : (present + 1) % shown.length;
    shown.at(next)?.enter();
  };
  // The grid takes keys before they come up to the window.
  window.addEventListener("keydown", follow, { capture: true });
  // Keys in the pane's frame do not come to this page at all; a new frame comes with every workbook.
  pane.addEventListener(
    "load",
    ({ target }) => {
      if (target instanceof HTMLIFrameElement) {
        target.contentWindow?.addEventListener("keydown", follow, { capture: true });
      }
    },
    { capture: true },
  );
}
