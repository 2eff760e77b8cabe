/** Below this the page is one column, as the style sheet has it (`narrow.css`). */
const PHONE_REM = 44;

/** Whether what needs a wide screen is left out. Large type leaves less room, too. */
export function onPhone(): boolean {
  const page = document.querySelector('.lab-page')?.clientWidth ?? window.innerWidth;
  return page < PHONE_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);
}
