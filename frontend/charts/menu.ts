/**
 * A button and the menu that it opens: arrow keys move, Escape and leaving close it.
 *
 * @param place holds a button and, beside it, the menu with one button a choice
 * @param choose takes the attribute data-do of what was chosen
 */
export function wireMenu(place: HTMLElement, choose: (what: string) => void): void {
  const button = place.querySelector<HTMLButtonElement>(':scope > button')!;
  const menu = place.querySelector<HTMLElement>('[role=menu]')!;
  const items = () => [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];

  const open = (opened: boolean) => {
    menu.hidden = !opened;
    button.setAttribute('aria-expanded', String(opened));
    if (opened) items()[0].focus();
  };
  const close = () => {
    open(false);
    button.focus();
  };
  const move = (event: KeyboardEvent, by: number) => {
    event.preventDefault();
    const all = items();
    const at = all.findIndex((item) => item.matches(':focus'));
    all[(at + by + all.length) % all.length].focus();
  };

  button.addEventListener('click', () => open(Boolean(menu.hidden)));
  menu.addEventListener('click', (event) => {
    const what = (event.target as HTMLElement).closest<HTMLElement>('[data-do]')?.dataset.do;
    close();
    if (what) choose(what);
  });
  place.addEventListener('keydown', (event) => {
    if (menu.hidden) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') move(event, 1);
    else if (event.key === 'ArrowUp') move(event, -1);
  });
  place.addEventListener('focusout', (event) => {
    if (!place.contains(event.relatedTarget as Node | null)) open(false);
  });
}
