// Runs before anything is painted and before the window's code is read: the colours that were chosen, how wide the rail
// is, and whether there is an account, and so a rail at all. As state/preferences.svelte.ts and session.svelte.ts keep it.
{
  const { dataset } = document.documentElement;
  try {
    const theme = localStorage.getItem("tollbook.theme");
    if (theme === "light" || theme === "dark") dataset.theme = theme;
    if (localStorage.getItem("tollbook.account")) dataset.known = "";
    if (localStorage.getItem("tollbook.rail") === "narrow" || innerWidth < 960) dataset.narrow = "";
  } catch {
    // Without storage the system's colours are shown.
  }
}
